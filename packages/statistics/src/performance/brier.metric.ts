import { metric } from '../metric.js';
import { insufficient } from './insufficient.js';
import { meanOverRows } from './mean-loss.js';
import { outcomeTotals } from './outcomes.js';
import { notProbabilities } from './probability-scores.js';

export const brier = metric<'scores'>({
  name: 'brier',
  title: 'Brier score',
  summary: 'Mean squared distance between predicted probability and outcome: ranking and calibration in one.',
  formula: 'Σ (score − label)² / n; interval: mean ± z · sd / √n',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'none',
  needsLabels: true,
  needsReference: false,
  better: 'lower',
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { confidence }) {
    const reason = notProbabilities(scores);
    if (reason !== null) return insufficient(reason, outcomeTotals(scores).rows);
    return meanOverRows(scores, (score, outcome) => (score - outcome) ** 2, [0, 1], confidence);
  },
  sentence: ({ value }) =>
    `The mean squared distance between predicted risk and outcome (Brier score) is ${value}; 0 is perfect.`,
  source: 'Brier GW. Mon Weather Rev 1950;78:1–3; scikit-learn `brier_score_loss`',
});
