import { greatestCommonDivisor } from '../distributions/greatest-common-divisor.js';
import type { DistributionSegment } from '../statistic.js';

/**
 * F − G at the ends of a segment and the most it can be between them, F being the reference's distribution
 * function and G the current one. All in units of 1 / `unit`, where they are integers.
 */
export interface SegmentWalk {
  readonly segment: DistributionSegment;
  readonly start: number;
  readonly end: number;
  /** Reached where all reference rows of the segment lie below all current ones. */
  readonly highest: number;
  /** Reached where all current rows of the segment lie below all reference ones. */
  readonly lowest: number;
}

/** What one row of each side adds to F − G, in units of 1 / `unit` = 1 / lcm(n, m). */
export interface Steps {
  readonly unit: number;
  readonly reference: number;
  readonly current: number;
}

/** Integer steps, so that F − G is exact and its sign never a matter of rounding. */
export function stepsOf(nReference: number, nCurrent: number): Steps {
  const divisor = greatestCommonDivisor(nReference, nCurrent);
  return {
    unit: (nReference / divisor) * nCurrent,
    reference: nCurrent / divisor,
    current: nReference / divisor,
  };
}

/** Walks the segments in ascending order. Both sides must hold a row. */
export function walkSegments(segments: readonly DistributionSegment[], steps: Steps): SegmentWalk[] {
  let at = 0;
  return segments.map((segment) => {
    const start = at;
    const up = segment.referenceCount * steps.reference;
    const down = segment.currentCount * steps.current;
    at = start + up - down;
    return { segment, start, end: at, highest: start + up, lowest: start - down };
  });
}

/** Rows of both sides, counted over all segments. */
export function segmentTotals(segments: readonly DistributionSegment[]): {
  readonly nReference: number;
  readonly nCurrent: number;
} {
  return {
    nReference: segments.reduce((sum, segment) => sum + segment.referenceCount, 0),
    nCurrent: segments.reduce((sum, segment) => sum + segment.currentCount, 0),
  };
}
