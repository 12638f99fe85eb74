import { newcombe } from '../intervals/index.js';
import { extremesOf, type GroupComparison, type GroupResult } from './group-result.js';

/**
 * Largest difference of a metric between any two groups: max − min over the groups with enough data.
 *
 * The interval is Newcombe's for the difference of the two extreme groups, for metrics that are
 * proportions; null for others. It takes the two groups as given, so it does not allow for their
 * having been picked as the extremes.
 *
 * @param confidence two-sided, e.g. 0.95
 * @returns insufficient when fewer than two groups have enough data, whatever the others' values.
 * @see Fairlearn `MetricFrame.difference(method="between_groups")`, which takes an empty group's rate as 0.
 */
export function gap(groups: readonly GroupResult[], confidence: number): GroupComparison {
  const extremes = extremesOf(groups);
  if ('status' in extremes) return { result: extremes, lowest: null, highest: null };
  const { low, high, lowest, highest, n } = extremes;
  return {
    result: {
      status: 'value',
      value: high.value - low.value,
      interval:
        high.proportion && low.proportion ? newcombe(high.proportion, low.proportion, confidence) : null,
      pValue: null,
      n,
      nReference: null,
    },
    lowest,
    highest,
  };
}
