import { CompensatedSum } from '../compensated-sum.js';
import { outcomeTotals } from '../performance/outcomes.js';
import type { ScoreCounts } from '../statistic.js';

/** Scores are kept this far from 0 and 1 before their logit is taken. */
const clip = 1e-6;

/** The distinct scores on the logit scale, centred so that intercept and slope hardly depend on each other. */
export interface LogitPoints {
  /** Logits less `centre`, their mean over the rows. */
  readonly centred: Float64Array;
  readonly centre: number;
  /** Largest distance of a logit from the centre. */
  readonly farthest: number;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly positiveTotal: number;
  readonly negativeTotal: number;
}

/** Takes the logits of the scores, clipped to [1e-6, 1 − 1e-6]. */
export function logitPoints(counts: ScoreCounts): LogitPoints {
  const { scores, positives, negatives } = counts;
  const totals = outcomeTotals(counts);
  const logits = scores.map((score) => {
    const p = Math.min(Math.max(score, clip), 1 - clip);
    return Math.log(p) - Math.log1p(-p);
  });
  const sum = new CompensatedSum();
  logits.forEach((logit, i) => {
    sum.add(logit * (positives[i]! + negatives[i]!));
  });
  const centre = sum.value / totals.rows;
  const centred = logits.map((logit) => logit - centre);
  return {
    centred,
    centre,
    farthest: Math.max(Math.abs(centred[0] ?? 0), Math.abs(centred[centred.length - 1] ?? 0)),
    positives,
    negatives,
    positiveTotal: totals.positives,
    negativeTotal: totals.negatives,
  };
}

/**
 * Why the likelihood of a logistic regression on these points has no finite maximum; null when it has
 * one: both outcomes must occur and, for a slope, their scores must overlap.
 *
 * @see Albert A, Anderson JA. Biometrika 1984;71:1–10.
 */
export function noFiniteEstimate(points: LogitPoints, slope: 'free' | 'one'): string | null {
  if (points.positiveTotal === 0) return 'no positive outcome, so no finite estimate exists';
  if (points.negativeTotal === 0) return 'no negative outcome, so no finite estimate exists';
  if (slope === 'one') return null;
  const positive = reach(points.centred, points.positives);
  const negative = reach(points.centred, points.negatives);
  if (Math.min(positive.low, negative.low) === Math.max(positive.high, negative.high)) {
    return 'all scores are equal, so no slope exists';
  }
  return positive.low >= negative.high || negative.low >= positive.high
    ? 'the scores separate the outcomes completely, so no finite slope exists'
    : null;
}

/** Lowest and highest logit at which there is a row. */
function reach(logits: Float64Array, rows: Float64Array): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) {
    if (rows[i] === 0) continue;
    low = Math.min(low, logits[i]!);
    high = Math.max(high, logits[i]!);
  }
  return { low, high };
}
