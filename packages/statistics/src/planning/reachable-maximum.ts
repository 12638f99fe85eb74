import type { ArgumentValue } from '../metric.js';

/** Shares are floored at 1e-4 (see `floored`), so that no quotient of two of them lies above this. */
const LARGEST_QUOTIENT = 1e4;

/**
 * The largest value a metric can have with its arguments, where that is less than the catalogue's range says, rounded up
 * to hundredths; null where it is not.
 *
 * PSI = Σ (c − r)·ln(c / r) ≤ Σ |c − r| · ln 10⁴ ≤ 2·ln 10⁴. The Jensen-Shannon divergence is at most ln 2 nats, which is
 * the unit of the profile of Evidently.
 *
 * @param metric name in the catalogue
 * @param asked its arguments, defaults filled in
 */
export function reachableMaximum(
  metric: string,
  asked: Readonly<Record<string, ArgumentValue | null>>,
): number | null {
  const evidently = asked.profile === 'evidently';
  if (metric === 'psi' && !evidently) return roundedUp(2 * Math.log(LARGEST_QUOTIENT));
  if (metric === 'js_distance' && evidently) return roundedUp(Math.sqrt(Math.LN2));
  return null;
}

function roundedUp(value: number): number {
  return Math.ceil(value * 100) / 100;
}
