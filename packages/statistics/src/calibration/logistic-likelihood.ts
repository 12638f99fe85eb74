import { CompensatedSum } from '../compensated-sum.js';
import type { LogitPoints } from './logit-points.js';

/** Parameters on the centred scale: logit P(y = 1) = level + slope · (logit − centre). */
export interface Estimate {
  readonly level: number;
  readonly slope: number;
}

/** The log-likelihood and its derivatives at an estimate. */
export interface Likelihood {
  readonly logLikelihood: number;
  /** First derivatives. */
  readonly byLevel: number;
  readonly bySlope: number;
  /** Information matrix: minus the second derivatives. */
  readonly levelLevel: number;
  readonly levelSlope: number;
  readonly slopeSlope: number;
}

/** Evaluates the binomial likelihood of the points; all sums compensated, in ascending score order. */
export function likelihood(points: LogitPoints, at: Estimate): Likelihood {
  const { centred, positives, negatives } = points;
  const logLikelihood = new CompensatedSum();
  const byLevel = new CompensatedSum();
  const bySlope = new CompensatedSum();
  const levelLevel = new CompensatedSum();
  const levelSlope = new CompensatedSum();
  const slopeSlope = new CompensatedSum();
  for (let i = 0; i < centred.length; i++) {
    const x = centred[i]!;
    const positive = positives[i]!;
    const negative = negatives[i]!;
    const eta = at.level + at.slope * x;
    // Both tails straight from the exponential: 1 − p would lose digits near 1.
    const decay = Math.exp(-Math.abs(eta));
    const near = 1 / (1 + decay);
    const far = decay / (1 + decay);
    const residual = eta >= 0 ? positive * far - negative * near : positive * near - negative * far;
    const weight = (positive + negative) * near * far;
    logLikelihood.add((eta >= 0 ? -negative : positive) * eta - (positive + negative) * Math.log1p(decay));
    byLevel.add(residual);
    bySlope.add(residual * x);
    levelLevel.add(weight);
    levelSlope.add(weight * x);
    slopeSlope.add(weight * x * x);
  }
  return {
    logLikelihood: logLikelihood.value,
    byLevel: byLevel.value,
    bySlope: bySlope.value,
    levelLevel: levelLevel.value,
    levelSlope: levelSlope.value,
    slopeSlope: slopeSlope.value,
  };
}
