import { cellMetric } from './cell-metric.js';
import { cellParameters, profileParameter } from './cell-parameters.js';
import { driftResult } from './drift-result.js';
import { jensenShannonDivergence } from './jensen-shannon.js';
import { cellTotals } from './shares.js';

export const jsDistance = cellMetric({
  name: 'js_distance',
  title: 'Jensen-Shannon distance',
  summary:
    'How far the distribution of a column has moved from the reference, from 0 (same) to 1 (disjoint).',
  formula:
    'square root of the Jensen-Shannon divergence in bits, JSD = ½·Σ r·log2(r/m) + ½·Σ c·log2(c/m), m = (r + c)/2; profile evidently: in nats, at most 0.8326.',
  parameters: [profileParameter, ...cellParameters],
  range: { minimum: 0, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  compute(cells, context) {
    const { nReference, nCurrent } = cellTotals(cells);
    return driftResult(nReference, nCurrent, () => {
      const nats = jensenShannonDivergence(cells, nReference, nCurrent);
      const divergence = context.arguments.profile === 'evidently' ? nats : Math.min(1, nats / Math.LN2);
      return { value: Math.sqrt(divergence), pValue: null };
    });
  },
  sentence: ({ value, target }) =>
    `The distribution of ${target} lies at a Jensen-Shannon distance of ${value} from the reference.`,
  source:
    'Endres DM, Schindelin JE. IEEE Trans Inf Theory 2003;49:1858–1860; as scipy.spatial.distance.jensenshannon(base=2). Profile evidently: evidently 0.7.21, stattests/jensenshannon.py.',
});
