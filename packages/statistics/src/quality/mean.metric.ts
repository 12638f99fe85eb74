import { studentTQuantile } from '../distributions/index.js';
import { metric } from '../metric.js';
import type { Moments } from '../statistic.js';

export const mean = metric<'moments'>({
  name: 'mean',
  title: 'Mean',
  summary: 'Mean of the values of a numeric column, missing values left out.',
  formula: 'Σx / n, with the interval mean ± t(n − 1)·s / √n, s the standard deviation with divisor n − 1',
  family: 'quality',
  appliesTo: 'numeric',
  parameters: [],
  threshold: 'none',
  needsLabels: false,
  needsReference: false,
  // Either direction can be the worse one; a spec says which by its limits.
  better: 'target',
  range: { minimum: null, maximum: null },
  unit: 'column',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'moments',
  compute(moments, context) {
    const { count, sum } = moments;
    if (count === 0)
      return {
        status: 'insufficient',
        value: null,
        n: 0,
        nReference: null,
        reason: 'no row with a value, 1 needed',
      };
    return {
      status: 'value',
      value: sum / count,
      interval: interval(moments, context.confidence),
      pValue: null,
      n: count,
      nReference: null,
    };
  },
  sentence: ({ value, target }) => `The mean of ${target} is ${value}.`,
  source: 'Student. The probable error of a mean. Biometrika 1908;6:1–25.',
});

/** Student's interval; null with a single value, which says nothing of the spread. */
function interval({ count, sum, sumOfSquares }: Moments, confidence: number): [number, number] | null {
  if (count < 2) return null;
  const centre = sum / count;
  const variance = Math.max(0, (sumOfSquares - centre * sum) / (count - 1));
  const half = studentTQuantile(1 - (1 - confidence) / 2, count - 1) * Math.sqrt(variance / count);
  return [centre - half, centre + half];
}
