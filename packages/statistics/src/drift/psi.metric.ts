import { cellMetric } from './cell-metric.js';
import { cellParameters, profileParameter } from './cell-parameters.js';
import { driftResult } from './drift-result.js';
import { cellTotals, evidentlyFilled, floored, sharesOf } from './shares.js';

/** PSI = Σ (c − r)·ln(c / r) over positive shares of the same cells. */
function populationStabilityIndex(reference: readonly number[], current: readonly number[]): number {
  return reference.reduce((sum, r, i) => sum + (current[i]! - r) * Math.log(current[i]! / r), 0);
}

export const psi = cellMetric({
  name: 'psi',
  title: 'Population stability index',
  summary:
    'How far the distribution of a column has moved from the reference, summed over bins or categories.',
  formula:
    'PSI = Σ (c − r)·ln(c / r) over cells, with the shares c of current and r of reference rows floored at 0.0001; profile evidently: empty cells filled, Sturges bins of both sides pooled.',
  parameters: [
    profileParameter,
    ...cellParameters,
    {
      name: 'missing',
      type: 'word',
      values: ['exclude', 'include'],
      default: null,
      summary:
        'Whether missing values are a cell of their own; when not written, they are for categories and are not for numbers.',
    },
  ],
  range: { minimum: 0, maximum: null },
  unit: 'none',
  givesPValue: false,
  compute(cells, context) {
    const all =
      context.arguments.missing === 'include'
        ? {
            ...cells,
            reference: [...cells.reference, cells.missingReference],
            current: [...cells.current, cells.missingCurrent],
          }
        : cells;
    const { nReference, nCurrent } = cellTotals(all);
    return driftResult(nReference, nCurrent, () => {
      const shares = sharesOf(all);
      const fill = context.arguments.profile === 'evidently' ? evidentlyFilled : floored;
      return {
        value: populationStabilityIndex(fill(shares.reference), fill(shares.current)),
        pValue: null,
      };
    });
  },
  sentence: ({ value, target }) =>
    `The distribution of ${target} differs from the reference by a population stability index of ${value}.`,
  source:
    'Siddiqi N. Credit Risk Scorecards. Wiley 2006; profile evidently: evidently 0.7.21, stattests/psi.py and utils.py.',
});
