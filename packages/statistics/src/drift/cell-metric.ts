import { type MetricDescriptor, metric } from '../metric.js';
import { cellParameters } from './cell-parameters.js';

type CellDescriptor = MetricDescriptor<'cells'>;
type Common =
  | 'family'
  | 'appliesTo'
  | 'threshold'
  | 'needsLabels'
  | 'needsReference'
  | 'better'
  | 'givesInterval'
  | 'byGroup'
  | 'needs';

/** A drift metric on cells, with what all of them have in common filled in. */
export function cellMetric(
  own: Omit<CellDescriptor, Common | 'parameters'> & Partial<Pick<CellDescriptor, 'parameters'>>,
): MetricDescriptor {
  return metric<'cells'>({
    family: 'drift',
    appliesTo: 'column',
    parameters: cellParameters,
    threshold: 'none',
    needsLabels: false,
    needsReference: true,
    better: 'lower',
    givesInterval: false,
    byGroup: false,
    needs: 'cells',
    ...own,
  });
}
