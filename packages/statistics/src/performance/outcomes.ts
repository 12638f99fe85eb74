import type { ScoreCounts } from '../statistic.js';

/** Labelled rows by outcome. */
export interface OutcomeTotals {
  readonly positives: number;
  readonly negatives: number;
  readonly rows: number;
}

/** Counts the labelled rows of each outcome. */
export function outcomeTotals(counts: ScoreCounts): OutcomeTotals {
  const positives = counts.positives.reduce((sum, count) => sum + count, 0);
  const negatives = counts.negatives.reduce((sum, count) => sum + count, 0);
  return { positives, negatives, rows: positives + negatives };
}

/** The four cells of predictions against outcomes. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Confusion counts at a threshold; a prediction is positive when score >= threshold. */
export function confusionAt(counts: ScoreCounts, threshold: number): ConfusionCounts {
  let truePositives = 0;
  let falsePositives = 0;
  let trueNegatives = 0;
  let falseNegatives = 0;
  for (let i = 0; i < counts.scores.length; i++) {
    if (counts.scores[i]! >= threshold) {
      truePositives += counts.positives[i]!;
      falsePositives += counts.negatives[i]!;
    } else {
      falseNegatives += counts.positives[i]!;
      trueNegatives += counts.negatives[i]!;
    }
  }
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
}
