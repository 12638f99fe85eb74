import { exactPoisson } from '../intervals/index.js';
import { metric } from '../metric.js';
import { insufficient, minimumCases } from '../performance/insufficient.js';
import { outcomeTotals } from '../performance/outcomes.js';
import { notProbabilities } from '../performance/probability-scores.js';
import { sumOverScores } from '../performance/sum-over-scores.js';

export const observedExpected = metric<'scores'>({
  name: 'observed_expected',
  title: 'Observed / expected outcomes',
  summary:
    'Outcomes that happened for each one predicted: above 1 the model predicts too few, below 1 too many.',
  formula: 'Σ label / Σ score; interval: exact Poisson limits of Σ label, divided by Σ score',
  family: 'calibration',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'none',
  needsLabels: true,
  needsReference: false,
  better: 'target',
  targetValue: 1,
  range: { minimum: 0, maximum: null },
  unit: 'none',
  givesPValue: false,
  givesInterval: true,
  byGroup: true,
  needs: 'scores',
  compute(scores, { confidence }) {
    const { positives, rows } = outcomeTotals(scores);
    const unusable = notProbabilities(scores);
    if (unusable !== null) return insufficient(unusable, rows);
    if (rows === 0) return insufficient('no labelled case', 0);
    const expected = sumOverScores(scores, (score, yes, no) => score * (yes + no));
    if (expected === 0) return insufficient('the scores are all 0, so no outcome is expected', rows);
    const value = positives / expected;
    // The precision hangs on the events expected, not seen: 0 seen where 30 are expected says a lot.
    if (expected < minimumCases) {
      return insufficient(`${expected.toFixed(1)} expected outcomes, ${minimumCases} needed`, rows, value);
    }
    const [lower, upper] = exactPoisson(positives, confidence);
    return {
      status: 'value',
      value,
      interval: [lower / expected, upper / expected],
      pValue: null,
      n: rows,
      nReference: null,
    };
  },
  sentence: ({ value }) => `For each outcome the model predicted, ${value} happened; 1 is right.`,
  source:
    'Breslow NE, Day NE. Statistical Methods in Cancer Research II, 1987, ch. 2 (SMR); interval: Garwood 1936',
});
