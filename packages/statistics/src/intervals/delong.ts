import type { ScoreCounts } from '../statistic.js';
import { normalQuantile } from './normal-quantile.js';

export interface AreaUnderCurve {
  /** Share of (positive, negative) pairs ranked rightly, ties counting one half. */
  readonly area: number;
  /** DeLong's variance; null with fewer than two rows of either class. */
  readonly variance: number | null;
}

/**
 * Area under the ROC curve with DeLong's variance, in one pass over the distinct scores and without a
 * single pair being formed.
 *
 * The structural components are V10(s) = P(negative < s) + ½ P(negative = s) at a positive's score and
 * V01(s) = P(positive > s) + ½ P(positive = s) at a negative's; their sample variances divided by the
 * class sizes add up to the variance. The area itself is a ratio of two integers, so it is exact.
 *
 * @returns null when a class is empty.
 * @see DeLong ER, DeLong DM, Clarke-Pearson DL. Biometrics 1988;44:837–845; midranks as in Sun X, Xu W.
 *   IEEE Signal Process Lett 2014;21:1389–1393.
 */
export function deLong(counts: ScoreCounts): AreaUnderCurve | null {
  const { scores, positives, negatives } = counts;
  let positiveTotal = 0;
  let negativeTotal = 0;
  let twicePairs = 0;
  for (let i = 0; i < scores.length; i++) {
    twicePairs += positives[i]! * (2 * negativeTotal + negatives[i]!);
    positiveTotal += positives[i]!;
    negativeTotal += negatives[i]!;
  }
  if (positiveTotal === 0 || negativeTotal === 0) return null;
  const area = twicePairs / (2 * positiveTotal * negativeTotal);
  if (positiveTotal < 2 || negativeTotal < 2) return { area, variance: null };

  let negativesBelow = 0;
  let positivesAbove = positiveTotal;
  let positiveSquares = 0;
  let negativeSquares = 0;
  for (let i = 0; i < scores.length; i++) {
    positivesAbove -= positives[i]!;
    const v10 = (negativesBelow + negatives[i]! / 2) / negativeTotal;
    const v01 = (positivesAbove + positives[i]! / 2) / positiveTotal;
    positiveSquares += positives[i]! * (v10 - area) ** 2;
    negativeSquares += negatives[i]! * (v01 - area) ** 2;
    negativesBelow += negatives[i]!;
  }
  const variance =
    positiveSquares / (positiveTotal - 1) / positiveTotal +
    negativeSquares / (negativeTotal - 1) / negativeTotal;
  return { area, variance };
}

/**
 * Normal interval of the area, cut off at 0 and 1.
 *
 * @returns null where the variance is unknown or 0: perfect separation in a sample does not make the
 *   area certain, it makes this estimate of its error useless.
 */
export function deLongInterval(estimate: AreaUnderCurve, confidence: number): [number, number] | null {
  if (estimate.variance === null || estimate.variance === 0) return null;
  const half = normalQuantile(confidence) * Math.sqrt(estimate.variance);
  return [Math.max(0, estimate.area - half), Math.min(1, estimate.area + half)];
}
