import { wilson } from '../intervals/index.js';
import { metric } from '../metric.js';
import { insufficient, tooFew } from './insufficient.js';
import { confusionAt } from './outcomes.js';
import { flaggedAt, noThreshold } from './threshold-rate.js';

export const f1 = metric<'scores'>({
  name: 'f1',
  title: 'F1 score',
  summary: 'Harmonic mean of sensitivity and positive predictive value.',
  formula:
    '2 TP / (2 TP + FP + FN); positive prediction = score >= threshold; interval: Wilson limits of J = TP / (TP + FP + FN), mapped by F1 = 2J / (1 + J)',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'required',
  needsLabels: true,
  needsReference: false,
  better: 'higher',
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { threshold, confidence }) {
    if (threshold === null) return insufficient(noThreshold, 0);
    const { truePositives, falsePositives, falseNegatives } = confusionAt(scores, threshold);
    const positives = truePositives + falseNegatives;
    // The true negatives do not enter, so the value rests on the rest of the table.
    const n = truePositives + falsePositives + falseNegatives;
    const value = n === 0 ? null : (2 * truePositives) / (n + truePositives);
    const reason = tooFew(positives, 'positive outcome');
    if (value === null || reason !== null) return insufficient(reason ?? 'no positive outcome', n, value);
    const [lower, upper] = wilson(truePositives, n, confidence);
    return {
      status: 'value',
      value,
      // Given a row is not a true negative it is a true positive with probability J, and F1 rises with J.
      interval: [(2 * lower) / (1 + lower), (2 * upper) / (1 + upper)],
      pValue: null,
      n,
      nReference: null,
    };
  },
  sentence: ({ value, threshold }) =>
    `When cases are ${flaggedAt(threshold)}, sensitivity and positive predictive value have the harmonic mean ${value} (F1; 1 is perfect).`,
  source:
    'van Rijsbergen CJ. Information Retrieval, 1979; scikit-learn `f1_score`; interval: Hand DJ, Christen P, Kirielle N. Mach Learn 2021;110:451–456 (F* = J) with Wilson 1927',
});
