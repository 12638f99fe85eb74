import { metric } from '../metric.js';

export const volume = metric<'rows'>({
  name: 'volume',
  title: 'Volume',
  summary: 'Number of rows in the window; 0 for a feed that has gone silent.',
  formula: 'count of rows',
  family: 'quality',
  appliesTo: 'rows',
  parameters: [],
  threshold: 'none',
  needsLabels: false,
  needsReference: false,
  // Too many rows (a feed sent twice) are as wrong as too few.
  better: 'target',
  range: { minimum: 0, maximum: null },
  unit: 'count',
  givesPValue: false,
  givesInterval: false,
  byGroup: false,
  needs: 'rows',
  compute: ({ rows }) => ({
    status: 'value',
    value: rows,
    interval: null,
    pValue: null,
    n: rows,
    nReference: null,
  }),
  sentence: ({ value }) => `${value} rows were logged.`,
  source: 'A count of rows.',
});
