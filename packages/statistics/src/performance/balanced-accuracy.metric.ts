import { newcombe } from '../intervals/index.js';
import { metric } from '../metric.js';
import { tooFewOfEither } from './both-classes.js';
import { insufficient } from './insufficient.js';
import { confusionAt } from './outcomes.js';
import { flaggedAt, noThreshold } from './threshold-rate.js';

export const balancedAccuracy = metric<'scores'>({
  name: 'balanced_accuracy',
  title: 'Balanced accuracy',
  summary: 'Mean of sensitivity and specificity; 0.5 is chance whatever the prevalence.',
  formula:
    '½ [TP / (TP + FN) + TN / (TN + FP)]; positive prediction = score >= threshold; interval: (1 + Newcombe limits of sensitivity − false positive rate) / 2',
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
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusionAt(scores, threshold);
    const positives = truePositives + falseNegatives;
    const negatives = trueNegatives + falsePositives;
    const n = positives + negatives;
    const value =
      positives === 0 || negatives === 0 ? null : (truePositives / positives + trueNegatives / negatives) / 2;
    const reason = tooFewOfEither({ positives, negatives, rows: n });
    if (value === null || reason !== null) return insufficient(reason ?? 'one class is empty', n, value);
    const [lower, upper] = newcombe(
      { events: truePositives, trials: positives },
      { events: falsePositives, trials: negatives },
      confidence,
    );
    return {
      status: 'value',
      value,
      interval: [(1 + lower) / 2, (1 + upper) / 2],
      pValue: null,
      n,
      nReference: null,
    };
  },
  sentence: ({ value, threshold }) =>
    `When cases are ${flaggedAt(threshold)}, sensitivity and specificity have the mean ${value} (0.5 is chance).`,
  source:
    'Brodersen KH et al. ICPR 2010:3121–3124; scikit-learn `balanced_accuracy_score`; interval: Newcombe RG. Stat Med 1998;17:873–890, method 10',
});
