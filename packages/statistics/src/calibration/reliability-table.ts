import { wilson } from '../intervals/index.js';
import type { ScoreCounts } from '../statistic.js';
import { binScores, type CalibrationBins } from './binned-calibration.js';

/** One row of the reliability table; means and rates are null in a bin without rows. */
export interface ReliabilityBin {
  /** Ends of the bin: left-closed for equal width, right-closed for equal count. */
  readonly lower: number;
  readonly upper: number;
  readonly rows: number;
  readonly positives: number;
  readonly meanScore: number | null;
  readonly observedRate: number | null;
  /** Wilson interval of the observed rate. */
  readonly interval: readonly [number, number] | null;
}

/**
 * Predicted against observed risk by bins of the score: the numbers of a calibration plot.
 *
 * @param confidence two-sided, for the intervals of the observed rates
 */
export function reliabilityTable(
  counts: ScoreCounts,
  bins: CalibrationBins,
  confidence: number,
): ReliabilityBin[] {
  return binScores(counts, bins).map(({ lower, upper, rows, positives, scoreSum }) => ({
    lower,
    upper,
    rows,
    positives,
    meanScore: rows === 0 ? null : scoreSum / rows,
    observedRate: rows === 0 ? null : positives / rows,
    interval: rows === 0 ? null : wilson(positives, rows, confidence),
  }));
}
