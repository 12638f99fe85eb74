import cdf from '@stdlib/stats-base-dists-chisquare-cdf';
import pdf from '@stdlib/stats-base-dists-chisquare-pdf';
import quantileOfNormal from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Quantile of the chi-square distribution, to full double precision.
 *
 * The library's own quantile is off by 2e-5 (relative) from about 10,000 degrees of freedom on, while
 * its distribution function is exact there; so its inverse is found here, by Newton's method kept
 * inside a bracket, from the Wilson–Hilferty approximation.
 *
 * @param probability lower tail, strictly between 0 and 1
 * @param degrees degrees of freedom, positive
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  const cubeRoot = 1 - spread + quantileOfNormal(probability, 0, 1) * Math.sqrt(spread);
  let lower = 0;
  let upper = Number.POSITIVE_INFINITY;
  let x = degrees * Math.max(cubeRoot, 0.01) ** 3;
  for (let step = 0; step < 200; step++) {
    const excess = cdf(x, degrees) - probability;
    if (excess === 0) return x;
    if (excess > 0) upper = x;
    else lower = x;
    let next = x - excess / pdf(x, degrees);
    if (!(next > lower && next < upper))
      next = upper === Number.POSITIVE_INFINITY ? 2 * x : (lower + upper) / 2;
    if (Math.abs(next - x) <= 2 ** -52 * x) return next;
    x = next;
  }
  return x;
}
