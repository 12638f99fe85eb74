import type { ChangePlan, Modification } from '../../protocol/protocol.js';
import { stageSentence } from '../charts/rollout-chart.js';
import { type MaybeBlock, paragraph, table } from '../content/block.js';
import { type Inline, joined, link, notStated, words } from '../content/inline.js';
import { blockFacts } from '../facts/declared.js';
import { factWords } from '../facts/fact-words.js';
import { ruleWords } from '../facts/statement-words.js';
import type { SpecReader } from '../spec-reader.js';
import { componentHeading } from './protocol-section.js';

/** Which part of the protocol supports which modification (guidance, section VII.C), and what it can affect. */
export function traceabilityTable(plan: ChangePlan, reader: SpecReader): readonly MaybeBlock[] {
  const { trace } = plan.facts;
  return [
    trace === undefined ? null : paragraph(factWords(trace, reader)),
    table(
      `Modifications and the parts of the protocol that support them, in ${plan.name}`,
      [
        'Modification',
        'Data management',
        'Re-training',
        'Performance evaluation',
        'Update procedures',
        'Risks',
      ],
      plan.modifications.map((modification) => traceRow(plan, modification, reader)),
    ),
  ];
}

function traceRow(plan: ChangePlan, modification: Modification, reader: SpecReader): readonly Inline[] {
  const field = (block: string, name: string): Inline | null => {
    const value = blockFacts(modification, block)[name] ?? blockFacts(plan, block)[name];
    return value === undefined ? null : factWords(value, reader);
  };
  const rules = (kind: 'trigger' | 'accept') => {
    const found = ruleWords(modification, kind, reader);
    return found.length === 0 ? null : joined(found, '; ');
  };
  const component = (name: Parameters<typeof componentHeading>[1], content: Inline | null, write: string) =>
    words`${content ?? notStated(write)} ${link('(more)', componentHeading(modification, name))}`;
  const rollout = modification.rollout.map(stageSentence).join('; then ');
  return [
    link(modification.name, `Modification ${modification.name}`),
    component('data management', field('protocol', 'dataCollection'), 'modification.protocol.dataCollection'),
    component('re-training', rules('trigger'), 'modification trigger when'),
    component('performance evaluation', rules('accept'), 'modification accept when'),
    component('update procedures', rollout === '' ? null : rollout, 'modification rollout'),
    field('impact', 'risks') ?? notStated('modification.impact.risks'),
  ];
}
