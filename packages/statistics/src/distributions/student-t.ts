import quantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Quantile of Student's t, to full double precision.
 *
 * @param probability lower tail, strictly between 0 and 1
 * @param degrees degrees of freedom, positive
 */
export function studentTQuantile(probability: number, degrees: number): number {
  return quantile(probability, degrees);
}
