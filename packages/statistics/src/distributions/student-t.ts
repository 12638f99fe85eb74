import t from '@stdlib/stats-base-dists-t';

/**
 * Quantile of Student's t. The library's quantile is only good to 2e-9, its distribution function to
 * the last digits, so two Newton steps on the latter finish the former.
 *
 * @param probability lower tail, strictly between 0 and 1
 * @param degrees degrees of freedom, positive
 */
export function studentTQuantile(probability: number, degrees: number): number {
  let x = t.quantile(probability, degrees);
  for (let step = 0; step < 2; step++) x -= (t.cdf(x, degrees) - probability) / t.pdf(x, degrees);
  return x;
}
