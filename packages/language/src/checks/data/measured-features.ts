import type { ArgumentValue, MetricDescriptor } from '@vigil/statistics';
import type { Check, Feature, Monitor } from '../../generated/ast.js';
import { featuresOf } from '../log-columns.js';
import { fits } from '../metric-columns.js';

/** The features a check measures. */
export function measuredFeatures(
  { metric: term }: Check,
  metric: MetricDescriptor,
  monitor: Monitor,
): Feature[] {
  const features = featuresOf(monitor.log?.ref?.model?.ref).filter(({ type }) =>
    fits(metric.appliesTo, type),
  );
  const all = term.target?.all;
  if (all !== undefined)
    return features.filter(({ direction }) => direction === (all === 'outputs' ? 'output' : 'input'));
  return features.filter(({ name }) => (term.target?.columns ?? []).includes(name));
}

/** Cells a column is counted in; undefined where ties or unknown categories may leave fewer. */
export function cellCount(
  { type, values = [] }: Feature,
  asked: Readonly<Record<string, ArgumentValue | null>>,
): number | undefined {
  if (type === 'category') return values.length > 0 ? values.length : undefined;
  if (type === 'boolean') return 2;
  if (asked.profile === 'evidently' || Array.isArray(asked.cuts)) return undefined;
  return asked.binning === 'quantile' && typeof asked.bins === 'number' ? asked.bins : undefined;
}
