import type { ObservedWindow } from './observe.js';

/** Centre and spread of what a check measures where nothing is wrong. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation of windows of the log. */
  readonly deviation: number;
  readonly windows: number;
}

/** Fewer windows say little of how much windows differ. */
const ENOUGH_WINDOWS = 3;

/**
 * The mean of the windows and their standard deviation, which is never less than the standard error within a window:
 * a few windows may agree by chance.
 *
 * @param stretch by how much windows of the log spread wider, because they have fewer rows; 1 or more
 */
export function spreadOf(windows: readonly ObservedWindow[], stretch: number): Spread {
  const { length } = windows;
  const mean = windows.reduce((sum, { value }) => sum + value, 0) / length;
  const squares = windows.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const between = length < ENOUGH_WINDOWS ? 0 : Math.sqrt(squares / (length - 1));
  const errors = windows.flatMap(({ error }) => error ?? []);
  const within =
    errors.length === 0 ? 0 : Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
  // Without either, a tenth of the value: better than a limit that the next window breaches.
  const deviation = Math.max(between, within) || (length < ENOUGH_WINDOWS ? Math.abs(mean) / 10 : 0);
  return { mean, deviation: deviation * stretch, windows: length };
}
