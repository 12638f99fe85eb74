import type { FactValue, Modification } from '../../protocol/protocol.js';
import { listed, quoted } from '../comparing/value.js';
import { rolloutWords } from '../declarations/rollout-words.js';
import { expressionWords } from '../expressions/words.js';

/** Bounds in prose are for people: what they allow cannot be told from the text. */
export function proseBounds({ name, facts, rules }: Modification): readonly string[] {
  return [
    ...(facts.bounds === undefined
      ? []
      : [`whether the change keeps the bounds of modification ${name}: ${proseWords(facts.bounds)}`]),
    ...(rules.some(({ kind }) => kind === 'accept')
      ? []
      : [`when modification ${name} is accepted: it has no ‘accept when’`]),
  ];
}

/** What the text cannot show, and evaluations and records have to. */
export function conditionsOf({ name, facts, rules, rollout }: Modification): readonly string[] {
  const asked = (kind: 'trigger' | 'accept') =>
    rules.filter((rule) => rule.kind === kind).map(({ when }) => quoted(expressionWords(when)));
  return [
    ...asked('accept').map((condition) => `an evaluation shows that ${condition} holds`),
    ...(asked('trigger').length === 0
      ? []
      : [`a record shows that it was triggered by ${asked('trigger').join(' or ')}`]),
    ...(rollout.length === 0 ? [] : [`a record shows the rollout ${rolloutWords(rollout)}`]),
    ...['data', 'performanceSpec', 'localConditions'].flatMap((fact) => {
      const stated = facts[fact];
      return stated === undefined
        ? []
        : [`modification ${name} is followed in what it says of ${facet[fact]}: ${proseWords(stated)}`];
    }),
  ];
}

const facet: { readonly [fact: string]: string } = {
  data: 'its data',
  performanceSpec: 'performance',
  localConditions: 'local conditions',
};

function proseWords(fact: FactValue): string {
  if (Array.isArray(fact)) return listed(fact.map(proseWords));
  return typeof fact === 'string' ? quoted(fact) : quoted(JSON.stringify(fact));
}
