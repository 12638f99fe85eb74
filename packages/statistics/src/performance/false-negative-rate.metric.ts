import { thresholdRate } from './threshold-rate.js';

export const falseNegativeRate = thresholdRate({
  name: 'false_negative_rate',
  title: 'False negative rate',
  summary: 'Share of the cases with the outcome that are missed (1 − sensitivity).',
  formula: 'FN / (FN + TP); positive prediction = score >= threshold',
  better: 'lower',
  events: ({ falseNegatives }) => falseNegatives,
  trials: ({ falseNegatives, truePositives }) => falseNegatives + truePositives,
  trial: 'positive outcome',
  sentence: (value, _, unflagged) => `Of the cases with the outcome, ${value} were missed: ${unflagged}.`,
  source: 'Altman DG, Bland JM. BMJ 1994;308:1552; Fairlearn `false_negative_rate`; interval: Wilson 1927',
});
