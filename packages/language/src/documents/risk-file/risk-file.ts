import type { Hazard } from '../../protocol/protocol.js';
import { itemsOfFramework } from '../../schema/index.js';
import { riskChart } from '../charts/risk-chart.js';
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
import { joined, notStated } from '../content/inline.js';
import type { DocumentInput } from '../document.js';
import { declaredOfKind } from '../facts/declared.js';
import { everyEntry, schemaFields } from '../facts/fact-entries.js';
import { itemTable } from '../parts/framework-items.js';
import { opening, titleOf } from '../parts/opening.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { riskDiagram } from './risk-diagram.js';
import { traceabilityTable } from './traceability.js';

/** The extract of the risk file that ISO 14971 asks to be traceable: hazard, control, monitor, evidence. */
export function riskFile({ compilation }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  const { hazards } = reader.protocol;
  return {
    title: titleOf('Risk management traceability, ISO 14971', reader),
    blocks: present([
      ...opening(
        reader,
        'Each hazard with its estimate, what controls it, which monitor would notice it in use, and what shows that the control works. Clauses are those of ISO 14971:2019.',
      ),
      section(
        'Traceability',
        hazards.length === 0 ? note('The specification declares no hazard.') : null,
        riskDiagram(reader),
        traceabilityTable(reader),
        riskChart(hazards),
      ),
      section(
        'Hazards',
        ...hazards.map((hazard, index) =>
          section(
            `Hazard ${hazard.name}`,
            paragraph(hazard.title),
            prose(reader.documentation('hazards', index)),
            definitions([
              ...everyEntry(hazard, reader, 'hazard', { only: askedOf(hazard) }),
              [
                'Controlled by',
                hazard.controls.length === 0
                  ? notStated('hazard controlled by')
                  : joined(hazard.controls.map(reader.named)),
              ],
            ]),
          ),
        ),
      ),
      ...['control', 'riskPolicy', 'overallRisk'].map((kind) => declarationsSection(kind, reader)),
      section(
        'ISO 14971, clause by clause',
        itemTable('Clauses of ISO 14971', itemsOfFramework('iso-14971'), reader),
      ),
    ]),
  };
}

/** The fields of a hazard, less those that are only for what its title or its controls do not tell. */
function askedOf({ facts }: Hazard): readonly string[] {
  return schemaFields('hazard')
    .map(({ name }) => name)
    .filter((name) => facts[name] !== undefined || (name !== 'hazard' && name !== 'justification'));
}

const headings: Readonly<Record<string, string>> = {
  control: 'Risk controls',
  riskPolicy: 'Risk policy',
  overallRisk: 'Overall residual risk',
};

/** The declarations of a kind with all their fields; what is missing is named. */
function declarationsSection(kind: string, reader: SpecReader): MaybeBlock {
  const declared = declaredOfKind(reader.protocol, kind);
  const heading = headings[kind] ?? kind;
  if (declared.length === 0) return section(heading, paragraph(notStated(kind)));
  return section(
    heading,
    ...declared.map(({ declared: each, schema }) =>
      // A declaration without a name of its own is called by its kind, which the heading above says.
      each.name === kind
        ? definitions(everyEntry(each, reader, kind))
        : section(
            `${schema?.title ?? kind} ${each.name}`,
            paragraph(each.title),
            definitions(everyEntry(each, reader, kind)),
          ),
    ),
  );
}
