import { cellMetric } from './cell-metric.js';
import { driftResult } from './drift-result.js';
import { cellTotals, sharesOf } from './shares.js';

/** √(½·Σ (√r − √c)²); the same as √(1 − Σ √(r·c)), without its loss of digits near 0. */
function hellingerDistance(reference: readonly number[], current: readonly number[]): number {
  const squares = reference.reduce((sum, r, i) => sum + (Math.sqrt(r) - Math.sqrt(current[i]!)) ** 2, 0);
  return Math.min(1, Math.sqrt(squares / 2));
}

export const hellinger = cellMetric({
  name: 'hellinger',
  title: 'Hellinger distance',
  summary:
    'How far the distribution of a column has moved from the reference, from 0 (same) to 1 (disjoint).',
  formula: 'H = √(½·Σ (√r − √c)²) over the shares of the same cells.',
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  compute(cells) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const shares = sharesOf(cells);
      return { value: hellingerDistance(shares.reference, shares.current), pValue: null };
    });
  },
  sentence: ({ value, target }) =>
    `The distribution of ${target} lies at a Hellinger distance of ${value} from the reference.`,
  source: 'Le Cam L, Yang GL. Asymptotics in Statistics. Springer 2000, chapter 3.',
});
