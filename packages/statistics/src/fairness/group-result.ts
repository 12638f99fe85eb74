import type { MetricInsufficient, MetricResult, MetricValue } from '../metric.js';

/** A metric's result in one group. */
export interface GroupResult {
  /** Labels from the spec, e.g. { sex: 'Female', race: 'Asian' }. */
  readonly group: Readonly<Record<string, string>>;
  readonly result: MetricResult;
}

/** A comparison over groups, with the places in the input of the two groups that decided it. */
export interface GroupComparison {
  readonly result: MetricResult;
  /** Index of the group with the smallest value, the first of several; null when insufficient. */
  readonly lowest: number | null;
  /** Index of the group with the largest value; never the lowest one; null when insufficient. */
  readonly highest: number | null;
}

/** The groups between which a comparison is decided. */
export interface Extremes {
  readonly lowest: number;
  readonly highest: number;
  readonly low: MetricValue;
  readonly high: MetricValue;
  /** Rows of all groups that have enough data. */
  readonly n: number;
}

/** Finds the extreme groups among those with enough data; fewer than two of them decide nothing. */
export function extremesOf(groups: readonly GroupResult[]): Extremes | MetricInsufficient {
  const enough = groups.flatMap(({ result }, index) =>
    result.status === 'value' ? [{ result, index }] : [],
  );
  const n = enough.reduce((sum, { result }) => sum + result.n, 0);
  const [first, ...others] = enough;
  if (first === undefined || others.length === 0) {
    const reason = `${enough.length} of ${groups.length} groups ${enough.length === 1 ? 'has' : 'have'} enough data, 2 needed`;
    return { status: 'insufficient', value: null, n, nReference: null, reason };
  }
  let low = first;
  let high = first;
  for (const candidate of others) {
    if (candidate.result.value < low.result.value) low = candidate;
    if (candidate.result.value > high.result.value) high = candidate;
  }
  // All equal: still two groups, so that an interval compares one with another and not with itself.
  if (high === low) high = others[0]!;
  return { lowest: low.index, highest: high.index, low: low.result, high: high.result, n };
}
