import type { ScoreCounts } from '../statistic.js';

/**
 * Sum of a term per distinct score, in ascending order and with Neumaier's compensation, so that the
 * error does not grow with the number of scores and the result depends on the counts alone.
 */
export function sumOverScores(
  counts: ScoreCounts,
  term: (score: number, positives: number, negatives: number) => number,
): number {
  let sum = 0;
  let compensation = 0;
  for (let i = 0; i < counts.scores.length; i++) {
    const value = term(counts.scores[i]!, counts.positives[i]!, counts.negatives[i]!);
    const next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + compensation;
}
