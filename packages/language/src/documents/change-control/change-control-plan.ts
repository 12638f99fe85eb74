import type { ChangePlan } from '../../protocol/protocol.js';
import {
  type DocumentTree,
  definitions,
  type MaybeBlock,
  note,
  paragraph,
  present,
  prose,
  section,
} from '../content/block.js';
import { link, nothing } from '../content/inline.js';
import type { DocumentInput } from '../document.js';
import { everyEntry } from '../facts/fact-entries.js';
import { opening, titleOf } from '../parts/opening.js';
import { productSection } from '../parts/product-section.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { descriptionSection } from './description-section.js';
import { impactSection } from './impact-section.js';
import { protocolSection } from './protocol-section.js';
import { traceabilityTable } from './traceability.js';

/**
 * The predetermined change control plan as FDA's guidance of December 2024 divides it: description of modifications,
 * modification protocol, impact assessment, and the table that traces one to the other.
 */
export function changeControlPlan({ compilation }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  const { changePlans } = reader.protocol;
  return {
    title: titleOf('Predetermined change control plan', reader),
    blocks: present([
      ...opening(
        reader,
        'What may change in the models without a new submission, how each change is made, evaluated and brought into use, and what it means for benefits and risks. The parts are those of FDA’s guidance “Marketing Submission Recommendations for a Predetermined Change Control Plan” (sections VI to VIII).',
      ),
      changePlans.length === 0
        ? note(['The specification declares no change plan: write ', 'changePlan.'])
        : null,
      productSection(reader),
      ...changePlans.map((plan, index) => planSection(plan, index, reader)),
    ]),
  };
}

function planSection(plan: ChangePlan, index: number, reader: SpecReader): MaybeBlock {
  return section(
    `Change plan ${plan.name}`,
    paragraph(plan.title),
    prose(reader.documentation('changePlans', index)),
    definitions([
      ['Model', link(plan.model, `Model ${plan.model}`)],
      ['Version of the plan', plan.version ?? nothing],
      ...everyEntry(plan, reader, 'changePlan'),
    ]),
    descriptionSection(plan, reader),
    protocolSection(plan, reader),
    impactSection(plan, reader),
    section(`Traceability in ${plan.name}`, ...traceabilityTable(plan, reader)),
  );
}
