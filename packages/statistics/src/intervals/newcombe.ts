import { wilson } from './wilson.js';

/** `events` among `trials`, trials at least 1. */
export interface Rate {
  readonly events: number;
  readonly trials: number;
}

/**
 * Newcombe's hybrid score interval of the difference first − second of two independent proportions.
 *
 * @param confidence two-sided, e.g. 0.95
 * @see Newcombe RG. Stat Med 1998;17:873–890, method 10 (Wilson limits, squared and added, no correction).
 */
export function newcombe(first: Rate, second: Rate, confidence: number): [number, number] {
  const p1 = first.events / first.trials;
  const p2 = second.events / second.trials;
  const [lower1, upper1] = wilson(first.events, first.trials, confidence);
  const [lower2, upper2] = wilson(second.events, second.trials, confidence);
  const difference = p1 - p2;
  return [
    difference - Math.hypot(p1 - lower1, upper2 - p2),
    difference + Math.hypot(upper1 - p1, p2 - lower2),
  ];
}
