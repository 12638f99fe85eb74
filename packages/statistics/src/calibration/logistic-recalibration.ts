import type { ScoreCounts } from '../statistic.js';
import { type Estimate, type Likelihood, likelihood } from './logistic-likelihood.js';
import { type LogitPoints, logitPoints, noFiniteEstimate } from './logit-points.js';

/** Maximum-likelihood estimates with their standard errors from the information matrix. */
export interface Recalibration {
  readonly intercept: number;
  readonly interceptError: number;
  readonly slope: number;
  /** 0 where the slope was held at 1. */
  readonly slopeError: number;
}

/** A Newton step this small, relative to the parameters, changes nothing any more. */
const nothing = 1e-15;
/** Newton's steps square their size; one this small that fails to shrink is made of rounding only. */
const rounding = 1e-9;
/** Largest change of any row's log-odds in the first step; later ones may go four times as far as the last. */
const firstReach = 10;
const iterations = 200;

/**
 * Logistic regression of the outcome on logit(score): logit P(y = 1) = intercept + slope · logit(score),
 * by Newton's method on the distinct scores, run until a step no longer changes the estimates.
 *
 * @param slope `free` estimates both; `one` holds the slope at 1 (logit(score) as offset).
 * @returns the reason, as text, where no finite estimate exists.
 * @see Cox DR. Biometrika 1958;45:562–565.
 */
export function recalibrate(counts: ScoreCounts, slope: 'free' | 'one'): Recalibration | string {
  const points = logitPoints(counts);
  const obstacle = noFiniteEstimate(points, slope);
  if (obstacle !== null) return obstacle;

  let at: Estimate =
    slope === 'free'
      ? { level: Math.log(points.positiveTotal / points.negativeTotal), slope: 0 }
      : { level: points.centre, slope: 1 };
  let here = likelihood(points, at);
  let reach = firstReach;
  let before = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const step = newtonStep(here, slope);
    const size = Math.max(relative(step.level, at.level), relative(step.slope, at.slope));
    if (size <= nothing || (size <= rounding && size >= before / 2)) {
      return slope === 'free'
        ? bothParameters(at, here, points.centre)
        : interceptAlone(at, here, points.centre);
    }
    const higher = ascend(points, at, here, step, reach);
    if (higher === null) break;
    ({ at, here } = higher);
    reach = 4 * higher.reached;
    before = size;
  }
  return 'the logistic recalibration did not converge';
}

function relative(step: number, parameter: number): number {
  return Math.abs(step) / (1 + Math.abs(parameter));
}

function newtonStep(here: Likelihood, slope: 'free' | 'one'): Estimate {
  if (slope === 'one') return { level: here.byLevel / here.levelLevel, slope: 0 };
  const determinant = here.levelLevel * here.slopeSlope - here.levelSlope ** 2;
  return {
    level: (here.slopeSlope * here.byLevel - here.levelSlope * here.bySlope) / determinant,
    slope: (here.levelLevel * here.bySlope - here.levelSlope * here.byLevel) / determinant,
  };
}

/**
 * Goes the step as far as it is trusted, halved as often as it would lose likelihood by more than
 * rounding; null when no part of it gains. Without the leash one step can end where every predicted
 * risk is 0 or 1 in double precision and the information is gone.
 */
function ascend(
  points: LogitPoints,
  from: Estimate,
  before: Likelihood,
  step: Estimate,
  reach: number,
): { at: Estimate; here: Likelihood; reached: number } | null {
  const atLeast = before.logLikelihood - 1e-12 * Math.abs(before.logLikelihood);
  const whole = Math.abs(step.level) + Math.abs(step.slope) * points.farthest;
  for (let share = Math.min(1, reach / whole); share > nothing; share /= 2) {
    const at = { level: from.level + share * step.level, slope: from.slope + share * step.slope };
    const here = likelihood(points, at);
    if (here.logLikelihood >= atLeast) return { at, here, reached: share * whole };
  }
  return null;
}

function bothParameters(at: Estimate, here: Likelihood, centre: number): Recalibration {
  const determinant = here.levelLevel * here.slopeSlope - here.levelSlope ** 2;
  // Variance of level − slope · centre, from the inverse of the information matrix.
  const interceptVariance =
    (here.slopeSlope + 2 * centre * here.levelSlope + centre ** 2 * here.levelLevel) / determinant;
  return {
    intercept: at.level - at.slope * centre,
    interceptError: Math.sqrt(interceptVariance),
    slope: at.slope,
    slopeError: Math.sqrt(here.levelLevel / determinant),
  };
}

function interceptAlone(at: Estimate, here: Likelihood, centre: number): Recalibration {
  return {
    intercept: at.level - centre,
    interceptError: 1 / Math.sqrt(here.levelLevel),
    slope: 1,
    slopeError: 0,
  };
}
