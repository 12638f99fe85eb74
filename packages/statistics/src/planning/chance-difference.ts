import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Steps of Simpson's rule on ±8 standard deviations, beyond which the integrand is below 1e-14. */
const STEPS = 400;
const REACH = 8;

/**
 * The expected range (largest minus smallest) of independent standard normal values: ∫ 1 − Φ(x)ᵏ − (1 − Φ(x))ᵏ dx.
 *
 * @param count how many values, at least 1
 * @see Tippett LHC. On the extreme individuals and the range of samples. Biometrika 1925;17:364–387.
 */
export function expectedNormalRange(count: number): number {
  if (count < 2) return 0;
  if (count === 2) return 2 / Math.sqrt(Math.PI);
  const width = (2 * REACH) / STEPS;
  let sum = 0;
  for (let step = 0; step <= STEPS; step += 1) {
    const below = normalCdf(-REACH + step * width, 0, 1);
    const weight = step === 0 || step === STEPS ? 1 : step % 2 === 0 ? 2 : 4;
    sum += weight * (1 - below ** count - (1 - below) ** count);
  }
  return (sum * width) / 3;
}

/**
 * The gap (largest minus smallest rate) to be expected between groups that do not differ, by chance alone.
 *
 * @param groups how many groups are compared
 * @param trials rows each rate rests on, per group
 * @param rate the rate all groups have, between 0 and 1
 */
export function chanceGap(groups: number, trials: number, rate: number): number {
  return expectedNormalRange(groups) * Math.sqrt((rate * (1 - rate)) / trials);
}

/** The ratio (smallest to largest rate) to be expected between groups that do not differ; by the logarithm's delta method. */
export function chanceRatio(groups: number, trials: number, rate: number): number {
  return Math.exp(-expectedNormalRange(groups) * Math.sqrt((1 - rate) / (rate * trials)));
}
