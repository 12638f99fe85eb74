import { catalogue, type MetricDescriptor } from '@vigil/statistics';
import { columnOfRole } from '../../checks/log-columns.js';
import type { Log } from '../../generated/ast.js';

/** The metrics that can be measured on a log: those that need outcomes or scores only where it names them. */
export function metricsFor(log: Log | undefined): readonly MetricDescriptor[] {
  if (log === undefined) return catalogue;
  const hasLabel = columnOfRole(log, 'label') !== undefined;
  const hasScore = columnOfRole(log, 'prediction') !== undefined;
  return catalogue.filter(
    ({ needsLabels, appliesTo }) =>
      (hasLabel || !needsLabels) && (hasScore || (appliesTo !== 'prediction' && appliesTo !== 'outcome')),
  );
}
