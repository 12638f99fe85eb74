import type { ChangePlan, Modification } from '../../protocol/protocol.js';
import { rolloutChart, stageSentence } from '../charts/rollout-chart.js';
import { definitions, type Entry, type MaybeBlock, section } from '../content/block.js';
import { type Inline, joined, notStated } from '../content/inline.js';
import { blockFacts } from '../facts/declared.js';
import { everyEntry, schemaFields } from '../facts/fact-entries.js';
import { ruleWords } from '../facts/statement-words.js';
import type { SpecReader } from '../spec-reader.js';

/** The four components of a modification protocol (guidance, section VII.B), and what belongs to all of them. */
const components = [
  { name: 'data management', starts: ['data', 'reference', 'sequestration', 'testReuse'] },
  { name: 're-training', starts: ['retrain', 'overfitting'] },
  { name: 'performance evaluation', starts: ['eval', 'onFailure'] },
  { name: 'update procedures', starts: ['update'] },
] as const;
type Component = (typeof components)[number]['name'];

/** How each modification is developed, evaluated and brought into use. */
export function protocolSection(plan: ChangePlan, reader: SpecReader): MaybeBlock {
  return section(
    `Modification protocol in ${plan.name}`,
    ...plan.modifications.flatMap((modification) => [
      ...components.map(({ name }) =>
        section(
          componentHeading(modification, name),
          definitions([
            ...statementEntries(modification, name, reader),
            ...componentEntries(plan, modification, name, reader),
          ]),
          name === 'update procedures' ? rolloutChart(modification) : null,
        ),
      ),
      section(
        `${modification.name}: further points`,
        definitions(componentEntries(plan, modification, null, reader)),
      ),
    ]),
  );
}

export function componentHeading({ name }: Modification, component: Component): string {
  return `${name}: ${component}`;
}

/** The fields of the block `protocol`; a field that no component claims belongs to the further points. */
function componentEntries(
  plan: ChangePlan,
  modification: Modification,
  component: Component | null,
  reader: SpecReader,
): readonly Entry[] {
  const only = schemaFields('modification', 'protocol')
    .map(({ name }) => name)
    .filter((field) => componentOf(field) === component);
  const own = Object.keys(blockFacts(modification, 'protocol')).length > 0;
  // A protocol may be written once for the whole plan.
  return own || Object.keys(blockFacts(plan, 'protocol')).length === 0
    ? everyEntry(modification, reader, 'modification', { block: 'protocol', only })
    : everyEntry(plan, reader, 'changePlan', { block: 'protocol', only });
}

function componentOf(field: string): Component | null {
  return components.find(({ starts }) => starts.some((start) => field.startsWith(start)))?.name ?? null;
}

/** What the statements of a modification say to a component. */
function statementEntries(
  modification: Modification,
  component: Component,
  reader: SpecReader,
): readonly Entry[] {
  const conditions = (kind: 'trigger' | 'accept' | 'rollback', keyword: string): Inline => {
    const found = ruleWords(modification, kind, reader);
    return found.length === 0 ? notStated(`modification ${keyword}`) : joined(found, '; ');
  };
  switch (component) {
    case 'data management':
      return [];
    case 're-training':
      return [['Triggered when', conditions('trigger', 'trigger when')]];
    case 'performance evaluation':
      return [['Accepted when', conditions('accept', 'accept when')]];
    case 'update procedures': {
      const stages = modification.rollout.map(stageSentence).join('; then ');
      return [
        ['Rollout', stages === '' ? notStated('modification rollout') : stages],
        ['Rolled back when', conditions('rollback', 'rollback when')],
      ];
    }
  }
}
