import type { ScoreCounts } from '../statistic.js';

/**
 * Why the scores cannot be read as probabilities; null when they can. Risk scores on another scale
 * still rank (AUROC), but have no calibration and no Brier score.
 */
export function notProbabilities(counts: ScoreCounts): string | null {
  const { scores } = counts;
  if (scores.length === 0) return null;
  return scores[0]! >= 0 && scores[scores.length - 1]! <= 1
    ? null
    : 'the scores are not probabilities: some lie outside 0–1';
}
