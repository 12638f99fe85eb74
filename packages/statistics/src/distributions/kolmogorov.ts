import { durbinProbability } from './durbin.js';
import { pelzGoodProbability } from './pelz-good.js';
import { smirnovSurvival } from './smirnov.js';

/**
 * Upper tail P(Dₙ ≥ x) of the two-sided one-sample Kolmogorov-Smirnov statistic.
 *
 * No single formula is good everywhere; which one is used where follows Simard and L'Ecuyer, so that
 * values agree with scipy.stats.kstwo.sf: exact edges by Ruben and Gambino, Durbin's matrix, twice
 * Smirnov's one-sided tail in the upper tail, the Pelz-Good expansion in between for large n.
 *
 * @param n sample size, a positive integer
 * @param x the statistic
 * @see Simard R, L'Ecuyer P. Computing the two-sided Kolmogorov-Smirnov distribution. J Stat Softw 2011;39(11).
 */
export function kolmogorovSurvival(n: number, x: number): number {
  const t = n * x;
  if (x >= 1) return 0;
  if (t <= 0.5) return 1;
  if (t <= 1) return 1 - rubenGambino(n, t);
  if (t >= n - 1) return 2 * (1 - x) ** n;
  if (x >= 0.5) return clip(2 * smirnovSurvival(n, x));
  const nx2 = t * x;
  if (n <= 140) return clip(nx2 <= 4 ? 1 - durbinProbability(n, x) : 2 * smirnovSurvival(n, x));
  // The tail is below the smallest double from here on.
  if (nx2 >= 370) return 0;
  if (nx2 >= 2.2) return clip(2 * smirnovSurvival(n, x));
  const matrixIsAffordable = n <= 100_000 && n * x ** 1.5 <= 1.4;
  return clip(1 - (matrixIsAffordable ? durbinProbability(n, x) : pelzGoodProbability(n, x)));
}

/** P(Dₙ < x) = n! (2t − 1)^n / n^n for ½ < t = n·x ≤ 1. */
function rubenGambino(n: number, t: number): number {
  let probability = 1;
  for (let i = 1; i <= n && probability > 0; i++) probability *= (i / n) * (2 * t - 1);
  return probability;
}

function clip(probability: number): number {
  return Math.min(1, Math.max(0, probability));
}
