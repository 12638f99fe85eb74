import { binnedMetric } from './binned-metric.js';

export const mce = binnedMetric({
  name: 'mce',
  title: 'Maximum calibration error',
  summary:
    'Largest distance between predicted risk and observed rate in any bin of the score; a bin of few rows can decide it.',
  formula:
    'max |mean score_b − observed rate_b| over the bins that hold rows; width: bin = min(⌊score · bins⌋, bins − 1); count: right-closed bins between the k/bins quantiles of the scores',
  summarise: (filled) =>
    filled.reduce((largest, bin) => Math.max(largest, Math.abs(bin.scoreSum - bin.positives) / bin.rows), 0),
  sentence: ({ value }) =>
    `In the worst bin of the score, predicted risk and observed rate differ by ${value}.`,
  source:
    'Pakdaman Naeini M, Cooper GF, Hauskrecht M. AAAI 2015:2901–2907; equal count as scikit-learn `calibration_curve(strategy="quantile")`',
});
