import { CompensatedSum } from '../compensated-sum.js';
import type { ScoreCounts } from '../statistic.js';

/** Sum of a term per distinct score, in ascending order: the result depends on the counts alone. */
export function sumOverScores(
  counts: ScoreCounts,
  term: (score: number, positives: number, negatives: number) => number,
): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < counts.scores.length; i++) {
    sum.add(term(counts.scores[i]!, counts.positives[i]!, counts.negatives[i]!));
  }
  return sum.value;
}
