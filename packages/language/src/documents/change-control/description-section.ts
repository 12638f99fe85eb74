import type { ChangePlan } from '../../protocol/protocol.js';
import { definitions, type MaybeBlock, paragraph, section } from '../content/block.js';
import { everyEntry } from '../facts/fact-entries.js';
import type { SpecReader } from '../spec-reader.js';

/** What may change, one modification after the other (guidance, section VI). */
export function descriptionSection(plan: ChangePlan, reader: SpecReader): MaybeBlock {
  return section(
    `Description of modifications in ${plan.name}`,
    paragraph('Each modification with its reason, its bounds and the performance it must keep.'),
    ...plan.modifications.map((modification) =>
      section(
        `Modification ${modification.name}`,
        paragraph(modification.title),
        definitions(everyEntry(modification, reader, 'modification')),
      ),
    ),
  );
}
