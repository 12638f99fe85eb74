import { cellMetric } from './cell-metric.js';
import { driftResult } from './drift-result.js';
import { homogeneity } from './homogeneity.js';
import { cellTotals } from './shares.js';

export const chiSquare = cellMetric({
  name: 'chi_square',
  title: 'Chi-square test of homogeneity',
  summary: 'Whether current and reference rows can come from one distribution over the same cells.',
  formula:
    'X² = Σ (observed − expected)² / expected over the 2 × k table of side by cell; degrees of freedom k − 1; no continuity correction; cells empty on both sides left out.',
  range: { minimum: 0, maximum: null },
  unit: 'none',
  givesPValue: true,
  compute(cells) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const { chiSquare: value, pValue } = homogeneity(cells, nReference, nCurrent);
      return { value, pValue };
    });
  },
  sentence: ({ value, target }) =>
    `The distribution of ${target} differs from the reference by a chi-square statistic of ${value}.`,
  source: 'Pearson K. Biometrika 1911;8:250–254; as scipy.stats.chi2_contingency(correction=False).',
});
