import type { MetricDescriptor } from '@vigil/statistics';
import type { Comparison, Limit, MetricTerm } from '../../protocol/protocol.js';
import { percent, percentagePoints } from './quantity.js';

const comparisons: { readonly [Operator in Comparison]: string } = {
  '<': 'below',
  '<=': 'at or below',
  '>': 'above',
  '>=': 'at or above',
  '==': 'exactly',
};

/** When a limit is broken, e.g. "above 3%", "p below 0.01", "outside 0.8 to 1.25". */
export function limitWords(
  limit: Limit,
  term: Pick<MetricTerm, 'aggregate'>,
  metric: MetricDescriptor | undefined,
): string {
  if (limit.subject === 'pValue') {
    return limit.operator === 'outside'
      ? `p outside ${limit.low} to ${limit.high}`
      : `p ${comparisons[limit.operator]} ${limit.value}`;
  }
  const shown = valueFormat(term, metric);
  return limit.operator === 'outside'
    ? `outside ${shown(limit.low)} to ${shown(limit.high)}`
    : `${comparisons[limit.operator]} ${shown(limit.value)}`;
}

function valueFormat(
  term: Pick<MetricTerm, 'aggregate'>,
  metric: MetricDescriptor | undefined,
): (value: number) => string {
  if (metric?.unit !== 'proportion' || term.aggregate === 'ratio') return String;
  return term.aggregate === 'gap' ? percentagePoints : percent;
}
