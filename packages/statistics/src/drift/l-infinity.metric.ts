import { cellMetric } from './cell-metric.js';
import { driftResult } from './drift-result.js';
import { cellTotals, sharesOf } from './shares.js';

export const lInfinity = cellMetric({
  name: 'l_infinity',
  title: 'L-infinity distance',
  summary: 'The largest change in the share of any one bin or category.',
  formula: 'max |c − r| over the shares of the same cells.',
  range: { minimum: 0, maximum: 1 },
  unit: 'proportion',
  givesPValue: false,
  compute(cells) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const { reference, current } = sharesOf(cells);
      const value = reference.reduce((most, r, i) => Math.max(most, Math.abs(current[i]! - r)), 0);
      return { value, pValue: null };
    });
  },
  sentence: ({ value, target }) =>
    `No value of ${target} has gained or lost more than ${value} of all rows against the reference.`,
  source: 'TensorFlow Data Validation, anomalies/metrics.cc (LInftyDistance).',
});
