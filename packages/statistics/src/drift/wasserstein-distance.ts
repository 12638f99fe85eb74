import { CompensatedSum } from '../compensated-sum.js';
import type { DistributionSegment } from '../statistic.js';
import { mergeValues } from './merge-values.js';
import { type SegmentWalk, type Steps, segmentTotals, stepsOf, walkSegments } from './segment-walk.js';

/**
 * Wasserstein-1 distance ∫ |F − G| dx, in the unit of the values.
 *
 * Where F − G keeps its sign inside a segment, its integral follows from counts and sums alone; where it
 * may change sign the values are needed.
 *
 * @param segments both sides with at least one row
 * @returns null where values are still needed (`segmentsToRefineForWasserstein`)
 */
export function wassersteinDistance(segments: readonly DistributionSegment[]): number | null {
  const { nReference, nCurrent } = segmentTotals(segments);
  const steps = stepsOf(nReference, nCurrent);
  const walks = walkSegments(segments, steps);
  if (walks.some(mayChangeSign)) return null;
  const distance = new CompensatedSum();
  for (const walk of walks) {
    distance.add(
      walk.segment.values === undefined
        ? Math.abs(signedIntegral(walk, steps, nReference, nCurrent))
        : absoluteIntegral(walk, walk.segment.values, steps),
    );
  }
  return distance.value;
}

/** Indices of the segments whose values are needed to know the distance exactly. */
export function segmentsToRefineForWasserstein(segments: readonly DistributionSegment[]): number[] {
  const { nReference, nCurrent } = segmentTotals(segments);
  if (nReference === 0 || nCurrent === 0) return [];
  return walkSegments(segments, stepsOf(nReference, nCurrent)).flatMap((walk, index) =>
    mayChangeSign(walk) ? [index] : [],
  );
}

function mayChangeSign({ segment, highest, lowest }: SegmentWalk): boolean {
  return segment.values === undefined && lowest < 0 && highest > 0;
}

/**
 * ∫ (F − G) over (a, b] from counts k and sums S: with D = F − G and both sides' n,
 * (b − a)·D(a) + (b·kᵣ − Sᵣ)/nᵣ − (b·k_c − S_c)/n_c, or the same from the other end. The end that is finite
 * is taken; at an infinite end D is 0.
 */
function signedIntegral(walk: SegmentWalk, steps: Steps, nReference: number, nCurrent: number): number {
  const { lower, upper, referenceCount, currentCount, referenceSum, currentSum } = walk.segment;
  const finiteEnd = Number.isFinite(upper) ? upper : lower;
  const base = Number.isFinite(upper) ? walk.start : walk.end;
  const width = base === 0 ? 0 : (upper - lower) * (base / steps.unit);
  const inside =
    (finiteEnd * referenceCount - referenceSum) / nReference -
    (finiteEnd * currentCount - currentSum) / nCurrent;
  return width + inside;
}

/** ∫ |F − G| over a segment whose values are known: a step function between them. */
function absoluteIntegral(
  { segment, start, end }: SegmentWalk,
  values: NonNullable<DistributionSegment['values']>,
  steps: Steps,
): number {
  const area = new CompensatedSum();
  let previous = segment.lower;
  mergeValues(values, start, steps, (value, below) => {
    // Below the first value of all the difference is 0, however far that stretch reaches.
    if (below !== 0) area.add(Math.abs(below) * (value - previous));
    previous = value;
  });
  if (end !== 0) area.add(Math.abs(end) * (segment.upper - previous));
  return area.value / steps.unit;
}
