import log1pmx from '@stdlib/math-base-special-log1pmx';
import { stirlingError } from './stirling-error.js';

/** Above this sample size the summand is so smooth in j that every k-th term is enough. */
const nodes = 4096;

/**
 * Smirnov's one-sided tail P(D⁺ₙ ≥ x) = x Σ_{j ≤ n(1−x)} C(n,j) (x+j/n)^{j−1} (1−x−j/n)^{n−j}
 * (Birnbaum and Tingey, Ann Math Stat 1951;22:592–596).
 *
 * All terms are positive, each is a binomial probability in Loader's form, so the sum keeps about
 * 13 digits for any n. From 4,096 observations on the sum is taken with a wider step: the summand is an
 * analytic bump that vanishes with all its derivatives at both ends, for which such a sum converges
 * faster than any power of the step (Poisson summation). It is meant for n·x² not near 0.
 *
 * @param n sample size, a positive integer
 * @param x strictly between 0 and 1
 */
export function smirnovSurvival(n: number, x: number): number {
  const step = n <= nodes ? 1 : n / nodes;
  let sum = step === 1 ? firstTerm(n, x) : 0;
  for (let k = 1; n - k * step > n * x; k++) sum += term(n, x, k * step);
  return Math.min(1, x * sum * step);
}

/** j = 0: (1−x)^n / x. */
function firstTerm(n: number, x: number): number {
  return Math.exp(n * Math.log1p(-x)) / x;
}

/** C(n,j) p^j q^(n−j) / p with p = x + j/n, for real 0 < j < n(1−x). */
function term(n: number, x: number, j: number): number {
  const rest = n - j;
  const exponent =
    stirlingError(n) -
    stirlingError(j) -
    stirlingError(rest) +
    j * log1pmx((n * x) / j) +
    rest * log1pmx((-n * x) / rest);
  return (Math.sqrt(n / (2 * Math.PI * j * rest)) * Math.exp(exponent)) / (x + j / n);
}
