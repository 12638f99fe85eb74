import type { Rate } from './newcombe.js';
import { normalQuantile } from './normal-quantile.js';

/**
 * Katz's log interval of the ratio first / second of two independent proportions.
 *
 * @returns null where one side has no event: the logarithm's variance is then infinite.
 * @param confidence two-sided, e.g. 0.95
 * @see Katz D, Baptista J, Azen SP, Pike MC. Biometrics 1978;34:469–474, method C.
 */
export function logRatio(first: Rate, second: Rate, confidence: number): [number, number] | null {
  if (first.events === 0 || second.events === 0) return null;
  const logarithm = Math.log(first.events / first.trials) - Math.log(second.events / second.trials);
  // Written as shares so that a side whose every trial is an event adds exactly 0.
  const variance =
    (first.trials - first.events) / (first.trials * first.events) +
    (second.trials - second.events) / (second.trials * second.events);
  const half = normalQuantile(confidence) * Math.sqrt(variance);
  return [Math.exp(logarithm - half), Math.exp(logarithm + half)];
}
