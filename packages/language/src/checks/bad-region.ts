import type { Limit } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import type { LimitDomain } from './limit-domain.js';

/**
 * The values a limit calls bad: below `low` and above `high`; `null` on a side where none is bad.
 * The edges themselves are bad only where they are `inclusive`.
 */
export interface BadRegion {
  readonly low: number | null;
  readonly high: number | null;
  readonly inclusive: boolean;
}

/** The bad region of a limit; undefined where the limit is half-typed, or `==`, which has none. */
export function badRegion({ comparison, outside }: Limit): BadRegion | undefined {
  if (outside !== undefined) {
    const [low, high] = [quantityValue(outside.low), quantityValue(outside.high)];
    return Number.isNaN(low) || Number.isNaN(high) ? undefined : { low, high, inclusive: false };
  }
  const value = quantityValue(comparison?.value);
  if (comparison?.operator === undefined || Number.isNaN(value)) return undefined;
  const inclusive = comparison.operator === '<=' || comparison.operator === '>=';
  switch (comparison.operator) {
    case '<':
    case '<=':
      return { low: value, high: null, inclusive };
    case '>':
    case '>=':
      return { low: null, high: value, inclusive };
    default:
      return undefined;
  }
}

/** Whether no value, or every value, of the domain is bad. */
export function reach(
  region: BadRegion,
  { minimum, maximum }: LimitDomain,
): 'never' | 'always' | 'sometimes' {
  const { low, high, inclusive } = region;
  const beyond = (inside: number, edge: number): boolean => (inclusive ? inside >= edge : inside > edge);
  // Without an end of the range some value lies as far out as one likes.
  const someBelow = low !== null && (minimum === null || beyond(low, minimum));
  const someAbove = high !== null && (maximum === null || beyond(maximum, high));
  if (!someBelow && !someAbove) return 'never';
  const allBelow = low !== null && maximum !== null && beyond(low, maximum);
  const allAbove = high !== null && minimum !== null && beyond(minimum, high);
  return allBelow || allAbove ? 'always' : 'sometimes';
}

/** Whether `warn` begins before `fail` on the sides they share, going from good to bad. */
export function isMilder(warn: BadRegion, fail: BadRegion): boolean {
  const sides = [
    side(warn.low, fail.low, warn, fail, (w, f) => w - f),
    side(warn.high, fail.high, warn, fail, (w, f) => f - w),
  ];
  if (sides.includes('later')) return false;
  return sides.includes('earlier') || !sides.includes('same');
}

type Order = 'earlier' | 'same' | 'later' | 'alone' | 'open';

/** On one side: where the warning begins, seen from the failure; `alone` when only one of the two is there. */
function side(
  warn: number | null,
  fail: number | null,
  { inclusive: warnInclusive }: BadRegion,
  { inclusive: failInclusive }: BadRegion,
  lead: (warn: number, fail: number) => number,
): Order {
  if (warn === null && fail === null) return 'open';
  // A warning on one side and a failure on the other do not get in each other's way.
  if (warn === null || fail === null) return 'alone';
  const difference = lead(warn, fail);
  if (difference !== 0) return difference > 0 ? 'earlier' : 'later';
  if (warnInclusive === failInclusive) return 'same';
  return warnInclusive ? 'earlier' : 'later';
}
