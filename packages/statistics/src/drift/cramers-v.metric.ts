import { cellMetric } from './cell-metric.js';
import { cellParameters } from './cell-parameters.js';
import { driftResult } from './drift-result.js';
import { homogeneity } from './homogeneity.js';
import { cellTotals } from './shares.js';

/** Bergsma's corrected V² of a 2 × (degrees + 1) table of n rows. */
function biasCorrected(chiSquare: number, degrees: number, n: number): number {
  if (degrees === 0) return 0;
  const rows = 2 - 1 / (n - 1);
  const columns = degrees + 1 - degrees ** 2 / (n - 1);
  return Math.max(0, chiSquare / n - degrees / (n - 1)) / (Math.min(rows, columns) - 1);
}

export const cramersV = cellMetric({
  name: 'cramers_v',
  title: "Cramér's V",
  summary:
    'Strength of the association between side (current or reference) and cell, from 0 (none) to 1 (complete).',
  formula:
    'V = √(X² / n) for the 2 × k table of side by cell, n all rows; correction bias: √(max(0, X²/n − (k−1)/(n−1)) / (min(r̃, k̃) − 1)), r̃ = 2 − 1/(n−1), k̃ = k − (k−1)²/(n−1).',
  parameters: [
    ...cellParameters,
    {
      name: 'correction',
      type: 'word',
      values: ['none', 'bias'],
      default: 'none',
      summary: "bias: Bergsma's correction, so that V of two samples of one distribution is near 0.",
    },
  ],
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: true,
  compute(cells, context) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const { chiSquare, degrees, pValue } = homogeneity(cells, nReference, nCurrent);
      const n = nReference + nCurrent;
      const squared =
        context.arguments.correction === 'bias' ? biasCorrected(chiSquare, degrees, n) : chiSquare / n;
      return { value: Math.min(1, Math.sqrt(squared)), pValue };
    });
  },
  sentence: ({ value, target }) =>
    `Current and reference values of ${target} are told apart by a Cramér's V of ${value}.`,
  source:
    'Cramér H. Mathematical Methods of Statistics. Princeton 1946; bias correction: Bergsma W. J Korean Stat Soc 2013;42:323–328.',
});
