import { deLong, deLongInterval } from '../intervals/index.js';
import { metric } from '../metric.js';
import { tooFewOfEither } from './both-classes.js';
import { insufficient } from './insufficient.js';
import { outcomeTotals } from './outcomes.js';

export const auroc = metric<'scores'>({
  name: 'auroc',
  title: 'Area under the ROC curve',
  summary:
    'Probability that a case with the outcome scores higher than one without it, ties counting one half.',
  formula:
    '[#(positive > negative) + ½ #(positive = negative)] / (positives · negatives); interval: DeLong variance, normal quantile',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'none',
  needsLabels: true,
  needsReference: false,
  better: 'higher',
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { confidence }) {
    const totals = outcomeTotals(scores);
    const estimate = deLong(scores);
    const reason = tooFewOfEither(totals);
    if (estimate === null || reason !== null) {
      return insufficient(reason ?? 'one class is empty', totals.rows, estimate?.area ?? null);
    }
    return {
      status: 'value',
      value: estimate.area,
      interval: deLongInterval(estimate, confidence),
      pValue: null,
      n: totals.rows,
      nReference: null,
    };
  },
  sentence: ({ value }) =>
    `A case with the outcome is ranked above one without it with probability ${value} (AUROC; 0.5 is chance).`,
  source:
    'Hanley JA, McNeil BJ. Radiology 1982;143:29–36; DeLong ER et al. Biometrics 1988;44:837–845; scikit-learn `roc_auc_score`',
});
