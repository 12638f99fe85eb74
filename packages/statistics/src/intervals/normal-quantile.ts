import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Half-width of a two-sided normal interval in standard errors, e.g. 1.96 for a confidence of 0.95.
 *
 * @param confidence two-sided confidence, strictly between 0 and 1
 */
export function normalQuantile(confidence: number): number {
  return quantile(1 - (1 - confidence) / 2, 0, 1);
}
