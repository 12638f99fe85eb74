import { metricNamed } from '@vigil/statistics';
import { formatExact } from './format.js';
import type { ReportResult } from './report.js';

/** A check as it is written in a spec: `psi(bins: 20) of age`, `sensitivity gap by sex * race at 0.15`. */
export function checkWords(result: ReportResult): string {
  const { metric, target, aggregate, group, parameters } = result;
  const over = aggregate?.over ?? (group === null ? [] : Object.keys(group));
  const { threshold } = parameters;
  return [
    `${metric}${argumentWords(result)}`,
    aggregate?.kind ?? '',
    target === null ? '' : `of ${target}`,
    over.length === 0 ? '' : `by ${over.join(' * ')}`,
    typeof threshold === 'number' ? `at ${formatExact(threshold, null)}` : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** The arguments that differ from the metric's defaults. */
function argumentWords({ metric, parameters }: ReportResult): string {
  const defaults = new Map(metricNamed(metric)?.parameters.map((own) => [own.name, own.default]));
  const written = Object.entries(parameters).filter(
    ([name, value]) => name !== 'threshold' && value !== null && value !== defaults.get(name),
  );
  if (written.length === 0) return '';
  const words = written.map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`,
  );
  return `(${words.join(', ')})`;
}

/** The labels of a group: `Female, Asian`. */
export function groupLabels(group: NonNullable<ReportResult['group']>): string {
  return Object.values(group).join(', ');
}
