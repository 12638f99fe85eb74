import { thresholdRate } from './threshold-rate.js';

export const falsePositiveRate = thresholdRate({
  name: 'false_positive_rate',
  title: 'False positive rate',
  summary: 'Share of the cases without the outcome that are flagged (1 − specificity).',
  formula: 'FP / (FP + TN); positive prediction = score >= threshold',
  better: 'lower',
  events: ({ falsePositives }) => falsePositives,
  trials: ({ falsePositives, trueNegatives }) => falsePositives + trueNegatives,
  trial: 'negative outcome',
  sentence: (value, flagged) => `Of the cases without the outcome, ${value} were falsely ${flagged}.`,
  source: 'Altman DG, Bland JM. BMJ 1994;308:1552; Fairlearn `false_positive_rate`; interval: Wilson 1927',
});
