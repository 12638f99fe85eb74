import { normalQuantile } from '../intervals/index.js';
import { type MetricDescriptor, metric } from '../metric.js';
import { tooFewOfEither } from '../performance/both-classes.js';
import { insufficient } from '../performance/insufficient.js';
import { outcomeTotals } from '../performance/outcomes.js';
import { notProbabilities } from '../performance/probability-scores.js';
import { type Recalibration, recalibrate } from './logistic-recalibration.js';

/** What distinguishes one parameter of the logistic recalibration from another. */
interface RecalibrationParameter
  extends Pick<MetricDescriptor, 'name' | 'title' | 'summary' | 'formula' | 'sentence' | 'source'> {
  readonly targetValue: number;
  readonly slope: 'free' | 'one';
  readonly read: (fit: Recalibration) => { readonly value: number; readonly standardError: number };
}

/** One parameter of the logistic recalibration with its normal interval. */
export function recalibrationMetric(parameter: RecalibrationParameter): MetricDescriptor {
  const { slope, read, ...described } = parameter;
  return metric<'scores'>({
    ...described,
    family: 'calibration',
    appliesTo: 'outcome',
    parameters: [],
    threshold: 'none',
    needsLabels: true,
    needsReference: false,
    better: 'target',
    range: { minimum: null, maximum: null },
    unit: 'none',
    givesPValue: false,
    givesInterval: true,
    byGroup: true,
    needs: 'scores',
    compute(scores, { confidence }) {
      const totals = outcomeTotals(scores);
      const unusable = notProbabilities(scores);
      if (unusable !== null) return insufficient(unusable, totals.rows);
      const few = tooFewOfEither(totals);
      const fit = recalibrate(scores, slope);
      if (typeof fit === 'string') return insufficient(few ?? fit, totals.rows);
      const { value, standardError } = read(fit);
      if (few !== null) return insufficient(few, totals.rows, value);
      const half = normalQuantile(confidence) * standardError;
      return {
        status: 'value',
        value,
        interval: [value - half, value + half],
        pValue: null,
        n: totals.rows,
        nReference: null,
      };
    },
  });
}
