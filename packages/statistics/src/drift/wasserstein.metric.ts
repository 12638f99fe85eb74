import { type MetricContext, metric } from '../metric.js';
import type { DistributionPair } from '../statistic.js';
import { driftResult } from './drift-result.js';
import { wassersteinDistance } from './wasserstein-distance.js';

export const wasserstein = metric<'distributions'>({
  name: 'wasserstein',
  title: 'Wasserstein distance',
  summary: 'How far values had to move, on average, to turn the reference distribution into the current one.',
  formula:
    'W = ∫ |F(x) − G(x)| dx; normalise sd: divided by the standard deviation of the reference (divisor n); iqr: by its interquartile range.',
  family: 'drift',
  appliesTo: 'numeric',
  parameters: [
    {
      name: 'normalise',
      type: 'word',
      values: ['none', 'sd', 'iqr'],
      default: 'none',
      summary: "What to divide by: nothing, the reference's standard deviation, or its interquartile range.",
    },
  ],
  threshold: 'none',
  needsLabels: false,
  needsReference: true,
  better: 'lower',
  range: { minimum: 0, maximum: null },
  // The column's unit, or none once normalised: the value is printed without one.
  unit: 'none',
  givesPValue: false,
  givesInterval: false,
  byGroup: false,
  needs: 'distributions',
  compute(pair, context) {
    return driftResult(pair.nReference, pair.nCurrent, () => {
      const distance = wassersteinDistance(pair.segments);
      if (distance === null)
        return { reason: 'the distributions cross where the values were only counted in bins' };
      const scale = referenceSpread(pair, context);
      return scale > 0
        ? { value: distance / scale, pValue: null }
        : { reason: `the reference has no spread (${context.arguments.normalise} is 0) to divide by` };
    });
  },
  sentence: ({ value, target }) =>
    `Values of ${target} have moved by ${value} on average against the reference.`,
  source:
    'Vallender SS. Theory Probab Appl 1974;18:784–786; as scipy.stats.wasserstein_distance. Divided by sd as Evidently 0.7.21 does.',
});

function referenceSpread(
  { reference, referenceQuartiles }: DistributionPair,
  context: MetricContext,
): number {
  switch (context.arguments.normalise) {
    case 'sd': {
      const mean = reference.sum / reference.count;
      return Math.sqrt(Math.max(0, reference.sumOfSquares / reference.count - mean * mean));
    }
    case 'iqr':
      return referenceQuartiles === null ? 0 : referenceQuartiles[1] - referenceQuartiles[0];
    default:
      return 1;
  }
}
