import type { DistributionSegment } from '../statistic.js';
import { mergeValues } from './merge-values.js';
import { type SegmentWalk, type Steps, segmentTotals, stepsOf, walkSegments } from './segment-walk.js';

/**
 * Two-sample Kolmogorov-Smirnov statistic D = max |F − G| over all points, correctly rounded.
 *
 * @param segments both sides with at least one row
 * @returns null where a segment without values could still hold the maximum (`segmentsToRefineForKs`)
 */
export function ksStatistic(segments: readonly DistributionSegment[]): number | null {
  const { steps, walks } = prepare(segments);
  const most = largestKnown(walks, steps);
  return walks.some((walk) => couldExceed(walk, most)) ? null : most / steps.unit;
}

/**
 * Indices of the segments whose values are needed to know D exactly: those without values inside which
 * |F − G| could exceed everything seen so far. With a thousand bins these are a handful.
 */
export function segmentsToRefineForKs(segments: readonly DistributionSegment[]): number[] {
  const { nReference, nCurrent } = segmentTotals(segments);
  if (nReference === 0 || nCurrent === 0) return [];
  const { steps, walks } = prepare(segments);
  const most = largestKnown(walks, steps);
  return walks.flatMap((walk, index) => (couldExceed(walk, most) ? [index] : []));
}

function prepare(segments: readonly DistributionSegment[]) {
  const { nReference, nCurrent } = segmentTotals(segments);
  const steps = stepsOf(nReference, nCurrent);
  return { steps, walks: walkSegments(segments, steps) };
}

/** Largest |F − G| at the segments' ends and inside those whose values are known. */
function largestKnown(walks: readonly SegmentWalk[], steps: Steps): number {
  let most = 0;
  for (const { segment, start, end } of walks) {
    most = Math.max(most, Math.abs(end));
    if (segment.values === undefined) continue;
    mergeValues(segment.values, start, steps, (_value, _below, at) => {
      most = Math.max(most, Math.abs(at));
    });
  }
  return most;
}

function couldExceed({ segment, highest, lowest }: SegmentWalk, most: number): boolean {
  return segment.values === undefined && Math.max(highest, -lowest) > most;
}
