import { thresholdRate } from './threshold-rate.js';

export const accuracy = thresholdRate({
  name: 'accuracy',
  title: 'Accuracy',
  summary: 'Share of the cases whose prediction at the threshold agrees with the outcome.',
  formula: '(TP + TN) / (TP + FP + TN + FN); positive prediction = score >= threshold',
  better: 'higher',
  events: ({ truePositives, trueNegatives }) => truePositives + trueNegatives,
  trials: (c) => c.truePositives + c.falsePositives + c.trueNegatives + c.falseNegatives,
  trial: 'labelled case',
  sentence: (value, flagged) =>
    `In ${value} of the cases the prediction was right: ${flagged} with the outcome, or not flagged without it.`,
  source: 'scikit-learn `accuracy_score`; interval: Wilson 1927',
});
