import { thresholdRate } from './threshold-rate.js';

export const sensitivity = thresholdRate({
  name: 'sensitivity',
  title: 'Sensitivity',
  summary: 'Share of the cases with the outcome that are flagged (recall, true positive rate).',
  formula: 'TP / (TP + FN); positive prediction = score >= threshold',
  better: 'higher',
  events: ({ truePositives }) => truePositives,
  trials: ({ truePositives, falseNegatives }) => truePositives + falseNegatives,
  trial: 'positive outcome',
  sentence: (value, flagged) => `Of the cases with the outcome, ${value} were ${flagged}.`,
  source: 'Altman DG, Bland JM. BMJ 1994;308:1552; scikit-learn `recall_score`; interval: Wilson 1927',
});
