import { metric } from '../metric.js';
import { outcomeTotals } from './outcomes.js';
import { rate } from './rate.js';

export const prevalence = metric<'scores'>({
  name: 'prevalence',
  title: 'Prevalence of the outcome',
  summary: 'Share of the labelled cases that have the outcome; a shift of it is label drift.',
  formula: '#(label = 1) / #(labelled cases)',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'none',
  needsLabels: true,
  needsReference: false,
  better: 'target',
  range: { minimum: 0, maximum: 1 },
  unit: 'proportion',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { confidence }) {
    const { positives, rows } = outcomeTotals(scores);
    return rate(positives, rows, 'labelled case', confidence);
  },
  sentence: ({ value }) => `Of the cases whose outcome is known, ${value} had it.`,
  source: 'Interval: Wilson EB. J Am Stat Assoc 1927;22:209–212',
});
