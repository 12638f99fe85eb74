import { normalQuantile } from './normal-quantile.js';

/**
 * Wilson score interval of a proportion: it stays inside 0–1 and keeps its coverage for few events.
 *
 * @param events 0 ≤ events ≤ trials
 * @param trials at least 1
 * @param confidence two-sided, e.g. 0.95
 * @see Wilson EB. J Am Stat Assoc 1927;22:209–212. As statsmodels `proportion_confint(method="wilson")`.
 */
export function wilson(events: number, trials: number, confidence: number): [number, number] {
  const z2 = normalQuantile(confidence) ** 2;
  const denominator = trials + z2;
  const centre = (events + z2 / 2) / denominator;
  const half = Math.sqrt(z2 * ((events * (trials - events)) / trials + z2 / 4)) / denominator;
  // The formula gives these ends exactly; rounding must not push them off by one unit in the last place.
  return [events === 0 ? 0 : centre - half, events === trials ? 1 : centre + half];
}
