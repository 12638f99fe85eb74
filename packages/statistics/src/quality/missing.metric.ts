import { rateMetric } from './rate-metric.js';

export const missing = rateMetric({
  name: 'missing',
  title: 'Missing values',
  summary: 'Share of the rows in which a column has no value.',
  formula: 'rows with NULL, an empty field or the declared missing value / all rows',
  appliesTo: 'column',
  sentence: ({ value, target }) => `${value} of the rows have no value of ${target}.`,
  source: 'Interval: Wilson EB. J Am Stat Assoc 1927;22:209–212.',
});
