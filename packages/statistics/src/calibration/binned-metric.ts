import { type MetricDescriptor, metric } from '../metric.js';
import { insufficient, minimumCases, tooFew } from '../performance/insufficient.js';
import { outcomeTotals } from '../performance/outcomes.js';
import { notProbabilities } from '../performance/probability-scores.js';
import { binParameters, binScores, binsOf, type CalibrationBin } from './binned-calibration.js';

/** What distinguishes one summary of the calibration bins from another. */
interface BinnedMetric
  extends Pick<MetricDescriptor, 'name' | 'title' | 'summary' | 'formula' | 'sentence' | 'source'> {
  readonly summarise: (filled: readonly CalibrationBin[], rows: number) => number;
}

/** A summary over the filled bins of |mean score − observed rate|. */
export function binnedMetric({ summarise, ...described }: BinnedMetric): MetricDescriptor {
  return metric<'scores'>({
    ...described,
    family: 'calibration',
    appliesTo: 'outcome',
    parameters: binParameters,
    threshold: 'none',
    needsLabels: true,
    needsReference: false,
    better: 'lower',
    range: { minimum: 0, maximum: 1 },
    unit: 'proportion',
    givesPValue: false,
    givesInterval: false,
    byGroup: true,
    needs: 'scores',
    compute(scores, context) {
      const { rows } = outcomeTotals(scores);
      const unusable = notProbabilities(scores);
      if (unusable !== null) return insufficient(unusable, rows);
      if (rows === 0) return insufficient('no labelled case', 0);
      const asked = binsOf(context);
      const value = summarise(
        binScores(scores, asked).filter((bin) => bin.rows > 0),
        rows,
      );
      // With few rows a bin, chance alone makes observed rates stray from the mean score.
      const few = tooFew(rows, 'labelled case', minimumCases * asked.bins);
      if (few !== null) return insufficient(`${few} for ${asked.bins} bins`, rows, value);
      return { status: 'value', value, interval: null, pValue: null, n: rows, nReference: null };
    },
  });
}
