import { CompensatedSum } from '../compensated-sum.js';
import type { MetricContext, MetricParameter } from '../metric.js';
import type { ScoreCounts } from '../statistic.js';
import { equalCountCuts } from './equal-count-cuts.js';

/** `width`: bin = min(floor(score · bins), bins − 1). `count`: right-closed bins between the scores' quantiles. */
export interface CalibrationBins {
  readonly bins: number;
  readonly binning: 'width' | 'count';
}

/** Labelled rows whose score falls in one bin. */
export interface CalibrationBin {
  readonly lower: number;
  readonly upper: number;
  readonly rows: number;
  readonly positives: number;
  readonly scoreSum: number;
}

/**
 * Sorts the labelled rows into bins of their score. Rows with equal scores stay together, so bins of
 * equal count are only nearly equal where scores are tied.
 *
 * @see scikit-learn `calibration_curve`: strategy `quantile` has the same bins; `uniform` differs only in
 *   closing them on the right.
 */
export function binScores(counts: ScoreCounts, { bins, binning }: CalibrationBins): CalibrationBin[] {
  const cuts = binning === 'count' ? equalCountCuts(counts, bins) : null;
  const rows = new Array<number>(bins).fill(0);
  const positives = new Array<number>(bins).fill(0);
  const sums = Array.from({ length: bins }, () => new CompensatedSum());
  let bin = 0;
  for (let i = 0; i < counts.scores.length; i++) {
    const score = counts.scores[i]!;
    if (cuts === null) bin = Math.min(Math.floor(score * bins), bins - 1);
    else while (bin < cuts.length && score > cuts[bin]!) bin++;
    const here = counts.positives[i]! + counts.negatives[i]!;
    rows[bin] = rows[bin]! + here;
    positives[bin] = positives[bin]! + counts.positives[i]!;
    sums[bin]!.add(score * here);
  }
  return rows.map((count, index) => ({
    lower: cuts === null ? index / bins : (cuts[index - 1] ?? 0),
    upper: cuts === null ? (index + 1) / bins : (cuts[index] ?? 1),
    rows: count,
    positives: positives[index]!,
    scoreSum: sums[index]!.value,
  }));
}

/** Parameters of the metrics that bin. */
export const binParameters: readonly MetricParameter[] = [
  {
    name: 'bins',
    type: 'integer',
    minimum: 2,
    maximum: 1000,
    default: 10,
    summary: 'Number of score bins; 10 cases per bin are needed on average.',
  },
  {
    name: 'binning',
    type: 'word',
    values: ['width', 'count'],
    default: 'width',
    summary: 'Bins of equal width between 0 and 1, or of equal count between the quantiles of the scores.',
  },
];

/** Reads the two parameters from a metric's arguments. */
export function binsOf({ arguments: given }: MetricContext): CalibrationBins {
  const bins = typeof given.bins === 'number' ? given.bins : 10;
  return { bins, binning: given.binning === 'count' ? 'count' : 'width' };
}
