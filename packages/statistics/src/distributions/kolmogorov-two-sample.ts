import { greatestCommonDivisor } from './greatest-common-divisor.js';

/** Up to this many rows on either side the exact distribution is what `auto` takes (as scipy does). */
export const exactTwoSampleLimit = 10_000;

/**
 * Exact p-value P(D ≥ d) of the two-sided two-sample Kolmogorov-Smirnov statistic, no ties assumed
 * (with ties it is conservative).
 *
 * p(i, j) is the probability that a random lattice path from (0, 0) to (i, j) touches |x/n − y/m| ≥ d.
 * It is 1 outside the band, and inside the average of its two predecessors weighted i : j; so every
 * operation adds positive numbers, and small p-values keep their digits.
 *
 * @param d the statistic, a multiple of 1 / lcm(n, m)
 * @returns a probability; the work grows with n·m·d
 * @see Viehmann T. Numerically more stable computation of the p-values for the two-sample
 *   Kolmogorov-Smirnov test. arXiv:2102.08037, 2021. As scipy.stats.ks_2samp(method='exact').
 */
export function exactTwoSampleSurvival(d: number, n: number, m: number): number {
  const [long, short] = n >= m ? [n, m] : [m, n];
  const divisor = greatestCommonDivisor(long, short);
  const a = long / divisor;
  const b = short / divisor;
  // In units of 1/lcm the path is outside where |i·b − j·a| >= h.
  const h = Math.round(d * b * long);
  if (h === 0) return 1;
  if (isBelowSmallestDouble(d, n, m)) return 0;
  let first = 0;
  let end = Math.min(Math.ceil(h / a), short + 1);
  // Index j of the column, and 1 (outside) everywhere beyond the band.
  const column = new Float64Array(short + 2).fill(1);
  column.fill(0, 0, end);
  for (let i = 1; i <= long; i++) {
    first = Math.max(Math.floor((i * b - h) / a) + 1, 0);
    end = Math.min(Math.ceil((i * b + h) / a), short + 1);
    if (end <= first) return 1;
    let below = first === 0 ? 0 : 1;
    for (let j = first; j < end; j++) {
      below = (column[j]! * i + below * j) / (i + j);
      column[j] = below;
    }
  }
  return column[short]!;
}

/**
 * Massart's inequality for each sample and the triangle inequality bound the tail by
 * 4·exp(−2d²·nm / (√n + √m)²); a gross shift need not be counted path by path to find 0.
 * (Massart P. Ann Probab 1990;18:1269–1283.)
 */
function isBelowSmallestDouble(d: number, n: number, m: number): boolean {
  return (2 * d * d * n * m) / (Math.sqrt(n) + Math.sqrt(m)) ** 2 > 750;
}
