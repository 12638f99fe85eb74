import type { DistributionSegment } from '../statistic.js';
import type { Steps } from './segment-walk.js';

/**
 * Calls `visit` at each distinct value of a segment whose values are known, in ascending order, with
 * F − G just below the value and at it, in the units of `steps`.
 *
 * @param start F − G at the segment's lower end
 */
export function mergeValues(
  values: NonNullable<DistributionSegment['values']>,
  start: number,
  steps: Steps,
  visit: (value: number, below: number, at: number) => void,
): void {
  const { reference, current } = values;
  let difference = start;
  let i = 0;
  let j = 0;
  while (i < reference.values.length || j < current.values.length) {
    const value = Math.min(reference.values[i] ?? Infinity, current.values[j] ?? Infinity);
    const below = difference;
    if (reference.values[i] === value) difference += reference.counts[i++]! * steps.reference;
    if (current.values[j] === value) difference -= current.counts[j++]! * steps.current;
    visit(value, below, difference);
  }
}
