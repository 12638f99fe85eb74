import { metricNamed } from '@vigil/statistics';
import { CompletionItemKind } from 'vscode-languageserver';
import { type LimitDomain, limitDomain } from '../../checks/limit-domain.js';
import { clauseSchemas } from '../../schema/index.js';
import { statementWords } from '../hover/keyword-words.js';
import { lacksColumns, metricAround } from './metric-offers.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around, childrenOf, type Frame, textOf, textsOf } from './reading/frame.js';
import type { Word } from './reading/word.js';
import type { Scene } from './scene.js';

/** `warn` and `fail` that the check does not have yet, each with a limit in the direction that is worse. */
export function severityOffers({ frame, keyword = '' }: Place): Offer[] {
  const check = around(frame, 'Check');
  if (check === undefined || severitiesOf(check).has(keyword)) return [];
  if (lacksColumns(childrenOf(check, 'metric').at(-1))) return [];
  const domain = domainAround(frame);
  const schema = clauseSchemas.find((each) => each.keyword === keyword);
  if (schema === undefined) return [];
  const first = domain === undefined ? undefined : limitsIn(domain)[0];
  return [
    {
      label: keyword,
      kind: CompletionItemKind.Keyword,
      text: `${keyword} `,
      snippet: `${keyword} ${first?.snippet ?? '$0'}`,
      detail: schema.documentation,
      documentation: statementWords(schema),
      rank: Rank.next,
      order: keyword === 'warn' ? 0 : 1,
    },
  ];
}

function severitiesOf(check: Frame): ReadonlySet<string | undefined> {
  return new Set(childrenOf(check, 'limits').map((limit) => textOf(limit, 'severity')));
}

/** Comparisons: in limits towards the worse, in claims and conditions of acceptance towards the better. */
export function comparisonOffers({ frame, rule }: Place, scene: Scene): Offer[] {
  if (rule === 'Operation') return conditionOffers(frame, scene);
  const limit = around(frame, 'Limit');
  if (limit !== undefined && textOf(limit, 'pValue') !== undefined) return pValueOffers;
  const claim = around(frame, 'Claim');
  const domain = claim === undefined ? domainAround(frame) : domainOf(childrenOf(claim, 'metric').at(-1));
  if (domain === undefined) return [];
  return claim === undefined ? limitsIn(domain) : comparisons(domain, 'good');
}

/** After a metric in a condition that is not compared yet. */
function conditionOffers(frame: Frame, { cursor }: Scene): Offer[] {
  const compared = textsOf(frame, 'operator').at(-1) ?? '';
  const operand = childrenOf(frame, 'parts').at(-1);
  const change = around(frame, 'ChangeRule');
  const word = cursor.before.find(({ start }) => start === operand?.start)?.text ?? '';
  const metric = metricNamed(word);
  if (metric === undefined || change === undefined || /^[<>=!]/.test(compared)) return [];
  const domain = limitDomain(metric, aggregateOf(operandWords(cursor.before, operand?.start ?? 0)));
  return comparisons(domain, textOf(change, 'kind') === 'accept' ? 'good' : 'bad');
}

function operandWords(words: readonly Word[], start: number): string | undefined {
  return words.find((word) => word.start > start && (word.text === 'gap' || word.text === 'ratio'))?.text;
}

/** The comparison after `p`: small p-values are the ones that matter. */
const pValueOffers: Offer[] = [
  { label: '<', kind: CompletionItemKind.Operator, text: '< ', snippet: '< ${1:0.01}', rank: Rank.best },
];

function domainAround(frame: Frame): LimitDomain | undefined {
  const check = around(frame, 'Check');
  return (
    domainOf(check === undefined ? undefined : childrenOf(check, 'metric').at(-1)) ??
    domainOf(around(frame, 'MetricTerm'))
  );
}

function domainOf(term: Frame | undefined): LimitDomain | undefined {
  const metric = metricAround(term);
  return term === undefined || metric === undefined
    ? undefined
    : limitDomain(metric, aggregateOf(textOf(term, 'aggregate')));
}

function aggregateOf(word: string | undefined): 'gap' | 'ratio' | undefined {
  return word === 'gap' || word === 'ratio' ? word : undefined;
}

function comparisons({ better, name }: LimitDomain, wanted: 'good' | 'bad'): Offer[] {
  const high = {
    operators: ['>', '>='],
    words: `a high ${name} is ${better === 'higher' ? 'better' : 'worse'}`,
  };
  const low = {
    operators: ['<', '<='],
    words: `a low ${name} is ${better === 'lower' ? 'better' : 'worse'}`,
  };
  const isHigh = (better === 'higher') === (wanted === 'good');
  const sides = better === 'target' ? [low, high] : [isHigh ? high : low];
  return sides.flatMap(({ operators, words }) =>
    operators.map((operator, order) => ({
      label: operator,
      kind: CompletionItemKind.Operator,
      text: `${operator} `,
      snippet: `${operator} \${1:${better === 'higher' ? '0.5' : '0.1'}}`,
      detail: better === 'target' ? `${name} is best at its target` : words,
      rank: Rank.next,
      order: wanted === 'good' ? 1 - order : order,
    })),
  );
}

function limitsIn(domain: LimitDomain): Offer[] {
  const { better, givesPValue, name } = domain;
  const outside: Offer = {
    label: 'outside',
    kind: CompletionItemKind.Keyword,
    text: 'outside ',
    snippet: 'outside ${1:0.8}..${2:1.25}',
    detail: `${name} is worse the farther it is from its target`,
    rank: Rank.best,
  };
  const p: Offer = {
    label: 'p',
    kind: CompletionItemKind.Keyword,
    text: 'p < ',
    snippet: 'p < ${1:0.01}',
    detail: 'limits the p-value of the test instead of its statistic',
    rank: Rank.next,
    order: 9,
  };
  return [
    ...(better === 'target' ? [outside] : []),
    ...comparisons(domain, 'bad'),
    ...(givesPValue ? [p] : []),
  ];
}
