import type { ScoreCounts } from '../statistic.js';

/**
 * Interior cuts that part the labelled rows into `bins` equal counts: the k/bins quantiles of their
 * scores, linearly interpolated as numpy does by default.
 */
export function equalCountCuts(counts: ScoreCounts, bins: number): number[] {
  const { scores, positives, negatives } = counts;
  const through: number[] = [];
  let rows = 0;
  for (let i = 0; i < scores.length; i++) {
    rows += positives[i]! + negatives[i]!;
    through.push(rows);
  }
  if (rows === 0) return new Array<number>(bins - 1).fill(0);
  const cuts: number[] = [];
  let at = 0;
  for (let k = 1; k < bins; k++) {
    // The rank k (rows − 1) / bins in whole numbers: rounding must not move a cut off a row it falls on.
    const remainder = (k * (rows - 1)) % bins;
    const rank = (k * (rows - 1) - remainder) / bins;
    while (through[at]! <= rank) at++;
    const below = scores[at]!;
    const next = through[at]! > rank + 1 ? at : Math.min(at + 1, scores.length - 1);
    cuts.push(below + ((scores[next]! - below) * remainder) / bins);
  }
  return cuts;
}
