import { regularisedUpperGamma } from './upper-gamma.js';

/**
 * Upper tail P(X ≥ x) of the chi-square distribution, computed as a tail (not as 1 − cdf), so that a
 * p-value of 1e-200 keeps its digits.
 *
 * @param x at least 0
 * @param degrees degrees of freedom; with 0 the distribution is the point 0
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  if (degrees === 0) return x > 0 ? 0 : 1;
  return regularisedUpperGamma(degrees / 2, x / 2);
}
