import { metric } from '../metric.js';
import { insufficient } from './insufficient.js';
import { meanOverRows } from './mean-loss.js';
import { outcomeTotals } from './outcomes.js';
import { flaggedAt, noThreshold } from './threshold-rate.js';

export const netBenefit = metric<'scores'>({
  name: 'net_benefit',
  title: 'Net benefit',
  summary:
    'True positives per case, less the false positives weighted by the odds of the threshold: is acting on the model better than acting on nobody (0)?',
  formula:
    'TP / n − FP / n · t / (1 − t), t = threshold, positive prediction = score >= t; interval: mean ± z · sd / √n over the cases',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'required',
  needsLabels: true,
  needsReference: false,
  better: 'higher',
  range: { minimum: null, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { threshold, confidence }) {
    if (threshold === null) return insufficient(noThreshold, 0);
    if (!(threshold >= 0 && threshold < 1)) {
      return insufficient('net benefit needs a threshold from 0 to below 1', outcomeTotals(scores).rows);
    }
    const harm = threshold / (1 - threshold);
    return meanOverRows(
      scores,
      (score, outcome) => (score < threshold ? 0 : outcome === 1 ? 1 : -harm),
      [-harm, 1],
      confidence,
    );
  },
  sentence: ({ value, threshold }) =>
    `Acting on the cases ${flaggedAt(threshold)} is worth ${value} true positives per case, after deducting the false alarms.`,
  source: 'Vickers AJ, Elkin EB. Med Decis Making 2006;26:565–574',
});
