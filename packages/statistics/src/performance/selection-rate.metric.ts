import { type MetricDescriptor, metric } from '../metric.js';
import { rate } from './rate.js';
import { flaggedAt } from './threshold-rate.js';

/** The same share under the name of fairness (selection) and of operations (alerts). */
function flaggedShare(
  named: Pick<MetricDescriptor, 'name' | 'title' | 'summary' | 'source'>,
): MetricDescriptor {
  return metric<'proportion'>({
    ...named,
    formula: '#(score >= threshold) / #(scored cases); labels are not needed',
    family: 'performance',
    appliesTo: 'prediction',
    parameters: [],
    threshold: 'required',
    needsLabels: false,
    needsReference: false,
    better: 'target',
    range: { minimum: 0, maximum: 1 },
    unit: 'proportion',
    givesPValue: false,
    givesInterval: true,
    byGroup: true,
    needs: 'proportion',
    compute: ({ events, trials }, { confidence }) => rate(events, trials, 'scored case', confidence),
    sentence: ({ value, threshold }) => `Of all scored cases, ${value} were ${flaggedAt(threshold)}.`,
  });
}

export const selectionRate = flaggedShare({
  name: 'selection_rate',
  title: 'Selection rate',
  summary:
    'Share of the cases that are selected; its gap and ratio between groups measure demographic parity.',
  source: 'Fairlearn `selection_rate`; interval: Wilson 1927',
});

export const alertRate = flaggedShare({
  name: 'alert_rate',
  title: 'Alert rate',
  summary: 'Share of the cases that raise an alert: the work the model makes.',
  source:
    'Romero-Brufau S et al. Crit Care 2015;19:285 (alerts as a measure of burden); interval: Wilson 1927',
});
