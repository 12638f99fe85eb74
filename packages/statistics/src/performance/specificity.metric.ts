import { thresholdRate } from './threshold-rate.js';

export const specificity = thresholdRate({
  name: 'specificity',
  title: 'Specificity',
  summary: 'Share of the cases without the outcome that are not flagged (true negative rate).',
  formula: 'TN / (TN + FP); positive prediction = score >= threshold',
  better: 'higher',
  events: ({ trueNegatives }) => trueNegatives,
  trials: ({ trueNegatives, falsePositives }) => trueNegatives + falsePositives,
  trial: 'negative outcome',
  sentence: (value, _, unflagged) => `Of the cases without the outcome, ${value} were rightly ${unflagged}.`,
  source: 'Altman DG, Bland JM. BMJ 1994;308:1552; interval: Wilson 1927',
});
