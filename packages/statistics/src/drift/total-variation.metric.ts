import { cellMetric } from './cell-metric.js';
import { driftResult } from './drift-result.js';
import { cellTotals, sharesOf } from './shares.js';

export const totalVariation = cellMetric({
  name: 'total_variation',
  title: 'Total variation distance',
  summary: 'Share of the rows that would have to change cells to turn one distribution into the other.',
  formula: 'TV = ½·Σ |c − r| over the shares of the same cells.',
  range: { minimum: 0, maximum: 1 },
  unit: 'proportion',
  givesPValue: false,
  compute(cells) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const { reference, current } = sharesOf(cells);
      const sum = reference.reduce((all, r, i) => all + Math.abs(current[i]! - r), 0);
      return { value: Math.min(1, sum / 2), pValue: null };
    });
  },
  sentence: ({ value, target }) =>
    `${value} of the rows have moved to other values of ${target} than in the reference.`,
  source: 'Levin DA, Peres Y. Markov Chains and Mixing Times, 2nd edition. AMS 2017, section 4.1.',
});
