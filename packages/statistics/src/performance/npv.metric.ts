import { thresholdRate } from './threshold-rate.js';

export const npv = thresholdRate({
  name: 'npv',
  title: 'Negative predictive value',
  summary: 'Share of the cases not flagged that do not have the outcome.',
  formula: 'TN / (TN + FN); positive prediction = score >= threshold',
  better: 'higher',
  events: ({ trueNegatives }) => trueNegatives,
  trials: ({ trueNegatives, falseNegatives }) => trueNegatives + falseNegatives,
  trial: 'unflagged labelled case',
  sentence: (value, _, unflagged) => `Of the cases ${unflagged}, ${value} did not have the outcome.`,
  source: 'Altman DG, Bland JM. BMJ 1994;309:102; interval: Wilson 1927',
});
