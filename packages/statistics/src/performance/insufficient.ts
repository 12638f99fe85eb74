import type { MetricInsufficient } from '../metric.js';

/** Counts below this say too little about a rate or a ranking (events-per-variable rule of thumb). */
export const minimumCases = 10;

/** "Not enough data": `value` is given where it could be computed all the same. */
export function insufficient(reason: string, n: number, value: number | null = null): MetricInsufficient {
  return { status: 'insufficient', value, n, nReference: null, reason };
}

/**
 * Why a count is too small, e.g. "7 positive outcomes, 10 needed"; null when it is large enough.
 *
 * @param what the thing counted, in the singular
 */
export function tooFew(count: number, what: string, needed: number = minimumCases): string | null {
  return count >= needed ? null : `${count} ${what}${count === 1 ? '' : 's'}, ${needed} needed`;
}
