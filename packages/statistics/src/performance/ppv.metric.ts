import { thresholdRate } from './threshold-rate.js';

export const ppv = thresholdRate({
  name: 'ppv',
  title: 'Positive predictive value',
  summary: 'Share of the flagged cases that have the outcome (precision).',
  formula: 'TP / (TP + FP); positive prediction = score >= threshold',
  better: 'higher',
  events: ({ truePositives }) => truePositives,
  trials: ({ truePositives, falsePositives }) => truePositives + falsePositives,
  trial: 'flagged labelled case',
  sentence: (value, flagged) => `Of the cases ${flagged}, ${value} had the outcome.`,
  source: 'Altman DG, Bland JM. BMJ 1994;309:102; scikit-learn `precision_score`; interval: Wilson 1927',
});
