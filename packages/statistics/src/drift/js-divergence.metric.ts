import { cellMetric } from './cell-metric.js';
import { driftResult } from './drift-result.js';
import { jensenShannonDivergence } from './jensen-shannon.js';
import { cellTotals } from './shares.js';

export const jsDivergence = cellMetric({
  name: 'js_divergence',
  title: 'Jensen-Shannon divergence',
  summary: 'Information that tells a current row from a reference row, from 0 (none) to 1 bit (disjoint).',
  formula: 'JSD = ½·Σ r·log2(r/m) + ½·Σ c·log2(c/m), m = (r + c)/2, over the shares of the same cells.',
  range: { minimum: 0, maximum: 1 },
  unit: 'bits',
  givesPValue: false,
  compute(cells) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const bits = jensenShannonDivergence(cells, nReference, nCurrent) / Math.LN2;
      return { value: Math.min(1, bits), pValue: null };
    });
  },
  sentence: ({ value, target }) =>
    `The distribution of ${target} differs from the reference by a Jensen-Shannon divergence of ${value}.`,
  source: 'Lin J. IEEE Trans Inf Theory 1991;37:145–151.',
});
