import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { metric } from '../metric.js';
import { insufficient, minimumCases } from '../performance/insufficient.js';
import { outcomeTotals } from '../performance/outcomes.js';
import { notProbabilities } from '../performance/probability-scores.js';
import { sumOverScores } from '../performance/sum-over-scores.js';

export const spiegelhalterZ = metric<'scores'>({
  name: 'spiegelhalter_z',
  title: 'Spiegelhalter’s z',
  summary:
    'Test of calibration: by how many standard errors the Brier score misses what perfect calibration gives.',
  formula: 'Σ (y − p)(1 − 2p) / √ Σ (1 − 2p)² p (1 − p), standard normal under calibration; two-sided p',
  family: 'calibration',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'none',
  needsLabels: true,
  needsReference: false,
  better: 'target',
  targetValue: 0,
  range: { minimum: null, maximum: null },
  unit: 'none',
  givesPValue: true,
  givesInterval: false,
  byGroup: true,
  needs: 'scores',
  compute(scores) {
    const { rows } = outcomeTotals(scores);
    const unusable = notProbabilities(scores);
    if (unusable !== null) return insufficient(unusable, rows);
    const excess = sumOverScores(
      scores,
      (p, positives, negatives) => (positives * (1 - p) - negatives * p) * (1 - 2 * p),
    );
    const variance = sumOverScores(
      scores,
      (p, positives, negatives) => (positives + negatives) * (1 - 2 * p) ** 2 * p * (1 - p),
    );
    if (variance === 0) return insufficient('every score is 0, ½ or 1, so z is undefined', rows);
    const z = excess / Math.sqrt(variance);
    const expected = sumOverScores(scores, (p, positives, negatives) => p * (positives + negatives));
    const rarer = Math.min(expected, rows - expected);
    if (rarer < minimumCases) {
      const reason = `${rarer.toFixed(1)} expected outcomes of the rarer kind, ${minimumCases} needed`;
      return insufficient(reason, rows, z);
    }
    const pValue = Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));
    return { status: 'value', value: z, interval: null, pValue, n: rows, nReference: null };
  },
  sentence: ({ value }) =>
    `The predictions miss perfect calibration by ${value} standard errors (Spiegelhalter; beyond ±1.96 is more than chance at 5 %).`,
  source: 'Spiegelhalter DJ. Stat Med 1986;5:421–433',
});
