import type { Comparison } from '../../protocol/protocol.js';

/** A bound of an interval; `side` is 0 for the value itself, -1 and 1 for just below and just above it. */
interface Bound {
  readonly value: number;
  readonly side: -1 | 0 | 1;
}
interface Interval {
  readonly low: Bound;
  readonly high: Bound;
}
/** A set of numbers: intervals that do not touch, in rising order. */
export type Region = readonly Interval[];

const lowest: Bound = { value: Number.NEGATIVE_INFINITY, side: 0 };
const highest: Bound = { value: Number.POSITIVE_INFINITY, side: 0 };

export type Condition =
  | { readonly operator: Comparison; readonly value: number }
  | { readonly operator: 'outside'; readonly low: number; readonly high: number };

/** The numbers that meet one of the conditions. */
export function regionOf(conditions: readonly Condition[]): Region {
  return united(conditions.flatMap(intervals));
}

function intervals(condition: Condition): readonly Interval[] {
  if (condition.operator === 'outside') {
    const { low, high } = condition;
    return [
      { low: lowest, high: { value: low, side: -1 } },
      { low: { value: high, side: 1 }, high: highest },
    ];
  }
  const { value } = condition;
  switch (condition.operator) {
    case '<':
      return [{ low: lowest, high: { value, side: -1 } }];
    case '<=':
      return [{ low: lowest, high: { value, side: 0 } }];
    case '>':
      return [{ low: { value, side: 1 }, high: highest }];
    case '>=':
      return [{ low: { value, side: 0 }, high: highest }];
    case '==':
      return [{ low: { value, side: 0 }, high: { value, side: 0 } }];
  }
}

/** The numbers from a minimum to a maximum, both included; null is no bound. */
export function range(minimum: number | null, maximum: number | null): Region {
  const low: Bound = minimum === null ? lowest : { value: minimum, side: 0 };
  const high: Bound = maximum === null ? highest : { value: maximum, side: 0 };
  return [{ low, high }];
}

export function intersection(a: Region, b: Region): Region {
  const parts = a.flatMap((one) =>
    b.map((other) => ({ low: latest(one.low, other.low), high: earliest(one.high, other.high) })),
  );
  return united(parts.filter(({ low, high }) => position(low, high) <= 0));
}

/** Whether every number of `inner` is in `outer`. */
export function isWithin(inner: Region, outer: Region): boolean {
  return inner.every((part) =>
    outer.some(({ low, high }) => position(low, part.low) <= 0 && position(part.high, high) <= 0),
  );
}

function united(parts: readonly Interval[]): Region {
  const sorted = [...parts].sort((a, b) => position(a.low, b.low));
  const result: Interval[] = [];
  for (const part of sorted) {
    const last = result.at(-1);
    if (last !== undefined && touches(last.high, part.low)) {
      result[result.length - 1] = { low: last.low, high: latest(last.high, part.high) };
    } else result.push(part);
  }
  return result;
}

/** No number lies between an upper and a lower bound: they overlap, or one ends just where the other begins. */
function touches(high: Bound, low: Bound): boolean {
  return position(low, high) <= 0 || (high.value === low.value && low.side - high.side === 1);
}

function latest(a: Bound, b: Bound): Bound {
  return position(a, b) >= 0 ? a : b;
}

function earliest(a: Bound, b: Bound): Bound {
  return position(a, b) <= 0 ? a : b;
}

function position(a: Bound, b: Bound): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.side - b.side;
}
