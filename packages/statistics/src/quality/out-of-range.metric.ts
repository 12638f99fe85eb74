import { rateMetric } from './rate-metric.js';

export const outOfRange = rateMetric({
  name: 'out_of_range',
  title: 'Values out of range',
  summary: 'Share of the values of a column that lie outside the range its model input declares.',
  formula: 'values below the declared minimum or above the declared maximum / all values (missing left out)',
  appliesTo: 'numeric',
  sentence: ({ value, target }) => `${value} of the values of ${target} lie outside its declared range.`,
  source: 'Interval: Wilson EB. J Am Stat Assoc 1927;22:209–212.',
});
