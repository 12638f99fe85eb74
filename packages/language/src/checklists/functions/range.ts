import type { Limit } from '../../protocol/protocol.js';

/** Values from `low` to `high`; an open end does not belong to it. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

const everything: Range = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  lowOpen: true,
  highOpen: true,
};

/** Values that satisfy a comparison: `>= 0.62`. */
export function satisfying(limit: Limit): Range {
  switch (limit.operator) {
    case '<':
      return { ...everything, high: limit.value, highOpen: true };
    case '<=':
      return { ...everything, high: limit.value, highOpen: false };
    case '>':
      return { ...everything, low: limit.value, lowOpen: true };
    case '>=':
      return { ...everything, low: limit.value, lowOpen: false };
    case '==':
      return { low: limit.value, high: limit.value, lowOpen: false, highOpen: false };
    case 'outside':
      return { low: limit.low, high: limit.high, lowOpen: false, highOpen: false };
  }
}

/** Values that do not break a limit: `fail > 0.2` accepts up to 0.2; `fail outside 0.8..1.25` what lies between. */
export function acceptable(limit: Limit): Range {
  const { low, high, lowOpen, highOpen } = satisfying(limit);
  switch (limit.operator) {
    case '<':
    case '<=':
      return { ...everything, low: high, lowOpen: !highOpen };
    case '>':
    case '>=':
      return { ...everything, high: low, highOpen: !lowOpen };
    default:
      return { low, high, lowOpen, highOpen };
  }
}

/** Whether all of `a` lies in `b`. */
export function within(a: Range, b: Range): boolean {
  const low = a.low > b.low || (a.low === b.low && (b.lowOpen ? a.lowOpen : true));
  const high = a.high < b.high || (a.high === b.high && (b.highOpen ? a.highOpen : true));
  return low && high;
}

/** Whether any value lies in all of them. */
export function isPossible(ranges: readonly Range[]): boolean {
  const low = ranges.reduce(
    (most, range) => (range.low > most.low || (range.low === most.low && range.lowOpen) ? range : most),
    everything,
  );
  const high = ranges.reduce(
    (least, range) =>
      range.high < least.high || (range.high === least.high && range.highOpen) ? range : least,
    everything,
  );
  return low.low < high.high || (low.low === high.high && !low.lowOpen && !high.highOpen);
}
