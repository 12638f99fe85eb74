import { logRatio } from '../intervals/index.js';
import type { MetricInsufficient } from '../metric.js';
import { extremesOf, type GroupComparison, type GroupResult } from './group-result.js';

/**
 * Smallest ratio of a metric between any two groups: min / max over the groups with enough data; 0.8
 * is the "four-fifths" limit of selection.
 *
 * The interval is Katz's log interval for metrics that are proportions; null for others and where the
 * smallest rate is 0. Like the gap's, it takes the two groups as given.
 *
 * @param confidence two-sided, e.g. 0.95
 * @returns insufficient when fewer than two groups have enough data, when all values are 0 (0 / 0 is
 *   neither equality nor its opposite) and when a value is negative.
 * @see Fairlearn `MetricFrame.ratio(method="between_groups")`; 29 CFR 1607.4(D) for the four-fifths rule.
 */
export function ratio(groups: readonly GroupResult[], confidence: number): GroupComparison {
  const extremes = extremesOf(groups);
  if ('status' in extremes) return { result: extremes, lowest: null, highest: null };
  const { low, high, lowest, highest, n } = extremes;
  const undefinedBecause = (reason: string): GroupComparison => {
    const result: MetricInsufficient = { status: 'insufficient', value: null, n, nReference: null, reason };
    return { result, lowest: null, highest: null };
  };
  if (low.value < 0)
    return undefinedBecause('a ratio needs values of at least 0, and a group has a negative one');
  if (high.value === 0) return undefinedBecause('the value is 0 in every group, so no ratio exists');
  return {
    result: {
      status: 'value',
      value: low.value / high.value,
      interval:
        high.proportion && low.proportion ? logRatio(low.proportion, high.proportion, confidence) : null,
      pValue: null,
      n,
      nReference: null,
    },
    lowest,
    highest,
  };
}
