import { exactTwoSampleLimit, exactTwoSampleSurvival, kolmogorovSurvival } from '../distributions/index.js';
import { type MetricContext, metric } from '../metric.js';
import { driftResult } from './drift-result.js';
import { ksStatistic } from './ks-statistic.js';

/** Above this many pairs of rows the exact distribution, asked for by name, would take minutes. */
const exactPairsLimit = 1e9;

export const ks = metric<'distributions'>({
  name: 'ks',
  title: 'Two-sample Kolmogorov-Smirnov test',
  summary: 'The largest gap between the distribution functions of current and reference values.',
  formula:
    'D = max |F(x) − G(x)| over all x; p from the exact distribution of D when both sides have at most 10,000 rows, else from the one-sample distribution with n = round(nᵣ·n_c / (nᵣ + n_c)).',
  family: 'drift',
  appliesTo: 'numeric',
  parameters: [
    {
      name: 'method',
      type: 'word',
      values: ['auto', 'exact', 'asymptotic'],
      default: 'auto',
      summary: 'Distribution the p-value comes from; auto takes the exact one up to 10,000 rows a side.',
    },
  ],
  threshold: 'none',
  needsLabels: false,
  needsReference: true,
  better: 'lower',
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: true,
  givesInterval: false,
  byGroup: false,
  needs: 'distributions',
  compute({ nReference, nCurrent, segments }, context) {
    return driftResult(nReference, nCurrent, () => {
      const value = ksStatistic(segments);
      if (value === null)
        return { reason: 'the largest gap lies where the values were only counted in bins' };
      if (context.arguments.method === 'exact' && nReference * nCurrent > exactPairsLimit)
        return {
          reason: `the exact p-value is not computed for ${nReference} × ${nCurrent} rows; use method: asymptotic`,
        };
      return { value, pValue: tailProbability(value, nReference, nCurrent, context) };
    });
  },
  sentence: ({ value, target }) =>
    `The share of rows at or below some value of ${target} differs from the reference by up to ${value}.`,
  source:
    "Hodges JL. Ark Mat 1958;3:469–486; p as scipy.stats.ks_2samp (exact: Viehmann 2021, arXiv:2102.08037; asymptotic: Simard R, L'Ecuyer P. J Stat Softw 2011;39(11)).",
});

function tailProbability(d: number, nReference: number, nCurrent: number, context: MetricContext): number {
  const { method } = context.arguments;
  const isSmall = Math.max(nReference, nCurrent) <= exactTwoSampleLimit;
  if (method === 'exact' || (method !== 'asymptotic' && isSmall))
    return exactTwoSampleSurvival(d, nReference, nCurrent);
  const [more, fewer] = nReference >= nCurrent ? [nReference, nCurrent] : [nCurrent, nReference];
  return kolmogorovSurvival(roundHalfToEven((more * fewer) / (more + fewer)), d);
}

/** As numpy.round, which scipy applies to the effective sample size. */
function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
