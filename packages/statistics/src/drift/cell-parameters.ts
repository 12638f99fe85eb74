import type { MetricParameter } from '../metric.js';

/** How a numeric column is cut into cells; categorical columns are counted by category. */
export const cellParameters: readonly MetricParameter[] = [
  {
    name: 'bins',
    type: 'integer',
    minimum: 2,
    maximum: 1000,
    default: 10,
    summary: 'Number of bins of a numeric column.',
  },
  {
    name: 'binning',
    type: 'word',
    values: ['quantile', 'width'],
    default: 'quantile',
    summary:
      "quantile: bins of equal share of the reference, right-closed; width: bins of equal width over the reference's range, left-closed.",
  },
  {
    name: 'cuts',
    type: 'numbers',
    default: null,
    summary: 'Your own ascending cut points of a numeric column; bins are right-closed.',
  },
];

/** For metrics of which Evidently computes a number of its own. */
export const profileParameter: MetricParameter = {
  name: 'profile',
  type: 'word',
  values: ['vigil', 'evidently'],
  default: 'vigil',
  summary: "Whose definition to follow: Vigil's, or that of Evidently 0.7, bins and zero cells included.",
};
