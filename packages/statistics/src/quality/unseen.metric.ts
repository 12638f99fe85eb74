import { rateMetric } from './rate-metric.js';

export const unseen = rateMetric({
  name: 'unseen',
  title: 'Unseen categories',
  summary: 'Share of the values of a column that are none of the categories its model input declares.',
  formula: 'values that are no declared category / all values (missing left out)',
  appliesTo: 'categorical',
  sentence: ({ value, target }) => `${value} of the values of ${target} are no category the model knows.`,
  source: 'Interval: Wilson EB. J Am Stat Assoc 1927;22:209–212.',
});
