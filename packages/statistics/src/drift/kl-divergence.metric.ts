import { cellMetric } from './cell-metric.js';
import { cellParameters, profileParameter } from './cell-parameters.js';
import { driftResult } from './drift-result.js';
import { cellTotals, evidentlyFilled, floored, sharesOf } from './shares.js';

/** Σ p·ln(p / q) in nats, both sides brought to a sum of 1 first, which keeps it from being negative. */
function relativeEntropy(p: readonly number[], q: readonly number[]): number {
  const totalP = p.reduce((sum, share) => sum + share, 0);
  const totalQ = q.reduce((sum, share) => sum + share, 0);
  const entropy = p.reduce((sum, share, i) => {
    const scaled = share / totalP;
    return sum + scaled * Math.log(scaled / (q[i]! / totalQ));
  }, 0);
  return Math.max(0, entropy);
}

export const klDivergence = cellMetric({
  name: 'kl_divergence',
  title: 'Kullback-Leibler divergence',
  summary: 'Information lost when the reference stands in for the current distribution of a column.',
  formula:
    'KL = Σ c·ln(c / r) in nats, with the shares floored at 0.0001 and brought to a sum of 1; profile evidently: Σ r·ln(r / c), empty cells filled.',
  parameters: [profileParameter, ...cellParameters],
  range: { minimum: 0, maximum: null },
  unit: 'nats',
  givesPValue: false,
  compute(cells, context) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const { reference, current } = sharesOf(cells);
      // Evidently fills cells that are empty on both sides too; here they say nothing.
      const used = reference.map((share, i) => share + current[i]! > 0);
      const value =
        context.arguments.profile === 'evidently'
          ? relativeEntropy(evidentlyFilled(reference), evidentlyFilled(current))
          : relativeEntropy(
              floored(current.filter((_, i) => used[i])),
              floored(reference.filter((_, i) => used[i])),
            );
      return { value, pValue: null };
    });
  },
  sentence: ({ value, target }) =>
    `The distribution of ${target} differs from the reference by a Kullback-Leibler divergence of ${value}.`,
  source:
    'Kullback S, Leibler RA. Ann Math Stat 1951;22:79–86; as scipy.stats.entropy. Profile evidently: evidently 0.7.21, stattests/kl_div.py.',
});
