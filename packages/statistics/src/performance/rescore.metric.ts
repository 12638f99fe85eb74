import { metric } from '../metric.js';
import { insufficient } from './insufficient.js';

export const rescore = metric<'rescore'>({
  name: 'rescore',
  title: 'Difference on re-scoring',
  summary:
    'Largest absolute difference between the logged score and the score the declared model file gives to the same inputs.',
  formula: 'max |logged score − recomputed score| over the rows re-scored',
  family: 'model',
  appliesTo: 'prediction',
  parameters: [
    {
      name: 'rows',
      type: 'integer',
      minimum: 1,
      default: null,
      summary: 'How many rows to re-score, spread evenly over the window; all rows when absent.',
    },
  ],
  threshold: 'none',
  needsLabels: false,
  needsReference: false,
  better: 'lower',
  range: { minimum: 0, maximum: null },
  unit: 'none',
  givesPValue: false,
  givesInterval: false,
  byGroup: false,
  needs: 'rescore',
  compute({ rows, largestDifference }) {
    if (rows === 0) return insufficient('no row to re-score', 0);
    if (!Number.isFinite(largestDifference)) {
      return insufficient('the recomputed or the logged scores hold values that are no numbers', rows);
    }
    return {
      status: 'value',
      value: largestDifference,
      interval: null,
      pValue: null,
      n: rows,
      nReference: null,
    };
  },
  sentence: ({ value }) =>
    `Scoring the logged inputs again with the declared model changes no score by more than ${value}.`,
  source:
    'Own definition: the declared model file is run again on the logged inputs; no sampling theory applies',
});
