import { normalQuantile } from '../intervals/index.js';
import { metric } from '../metric.js';
import type { ScoreCounts } from '../statistic.js';
import { tooFewOfEither } from './both-classes.js';
import { insufficient } from './insufficient.js';
import { outcomeTotals } from './outcomes.js';

export const averagePrecision = metric<'scores'>({
  name: 'average_precision',
  title: 'Average precision',
  summary:
    'Precision averaged over the recall reached at each threshold: the step-wise area under the precision-recall curve.',
  formula:
    'Σ (Rₖ − Rₖ₋₁) · Pₖ over the distinct scores in descending order; interval: logit, standard error 1/√(positives · AP · (1 − AP))',
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
    const value = totals.positives === 0 ? null : stepwiseArea(scores, totals.positives);
    const reason = tooFewOfEither(totals);
    if (value === null || reason !== null)
      return insufficient(reason ?? 'no positive outcome', totals.rows, value);
    return {
      status: 'value',
      value,
      interval: logitInterval(value, totals.positives, confidence),
      pValue: null,
      n: totals.rows,
      nReference: null,
    };
  },
  sentence: ({ value }) =>
    `Going down the list from the highest score, on average ${value} of the cases flagged so far have the outcome (average precision).`,
  source:
    'scikit-learn `average_precision_score` (no interpolation); interval: Boyd K, Eng KH, Page CD. ECML PKDD 2013, LNCS 8190:451–466',
});

function stepwiseArea(counts: ScoreCounts, positiveTotal: number): number {
  let truePositives = 0;
  let flagged = 0;
  let area = 0;
  for (let i = counts.scores.length - 1; i >= 0; i--) {
    const positives = counts.positives[i]!;
    truePositives += positives;
    flagged += positives + counts.negatives[i]!;
    if (positives > 0) area += positives * (truePositives / flagged);
  }
  return area / positiveTotal;
}

/** Null at 0 and 1, where the logit is infinite. */
function logitInterval(value: number, positives: number, confidence: number): [number, number] | null {
  if (value <= 0 || value >= 1) return null;
  const logit = Math.log(value) - Math.log1p(-value);
  const half = normalQuantile(confidence) / Math.sqrt(positives * value * (1 - value));
  return [1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit))];
}
