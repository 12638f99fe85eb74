import type { MetricResult } from '../metric.js';
import { tooFewRows } from './minimum-rows.js';

/** A statistic of two samples, or why it has none. */
export type Comparison =
  | { readonly value: number; readonly pValue: number | null }
  | { readonly reason: string };

/**
 * The result of a comparison of `nReference` with `nCurrent` values; `compare` is only called when both
 * sides hold a value. Where a side is too small the value is still reported, but never judged.
 */
export function driftResult(nReference: number, nCurrent: number, compare: () => Comparison): MetricResult {
  const sizes = { n: nCurrent, nReference };
  const tooFew = tooFewRows(nReference, nCurrent);
  if (nReference === 0 || nCurrent === 0)
    return { status: 'insufficient', value: null, ...sizes, reason: tooFew! };
  const comparison = compare();
  if ('reason' in comparison)
    return { status: 'insufficient', value: null, ...sizes, reason: comparison.reason };
  const { value, pValue } = comparison;
  return tooFew === null
    ? { status: 'value', value, interval: null, pValue, ...sizes }
    : { status: 'insufficient', value, ...sizes, reason: tooFew };
}
