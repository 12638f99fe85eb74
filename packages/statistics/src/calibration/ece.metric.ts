import { CompensatedSum } from '../compensated-sum.js';
import { binnedMetric } from './binned-metric.js';

export const ece = binnedMetric({
  name: 'ece',
  title: 'Expected calibration error',
  summary:
    'Mean distance between predicted risk and observed rate over bins of the score, weighted by their rows.',
  formula:
    'Σ n_b / n · |mean score_b − observed rate_b|; width: bin = min(⌊score · bins⌋, bins − 1); count: right-closed bins between the k/bins quantiles of the scores',
  summarise(filled, rows) {
    const sum = new CompensatedSum();
    for (const bin of filled) sum.add(Math.abs(bin.scoreSum - bin.positives));
    return sum.value / rows;
  },
  sentence: ({ value }) =>
    `Predicted risk and observed rate differ by ${value} on average over bins of the score.`,
  source:
    'Pakdaman Naeini M, Cooper GF, Hauskrecht M. AAAI 2015:2901–2907; equal count as scikit-learn `calibration_curve(strategy="quantile")`',
});
