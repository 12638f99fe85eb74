import { metricNamed } from '@vigil/statistics';
import { formatExact, formatValue } from './format.js';
import { limitSign } from './limit-words.js';
import type { ReportLimit, ReportResult } from './report.js';

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

/** A result's value beside its limits, `–` where there is none. */
export function valueWords({ value, unit, limits }: ReportResult): string {
  return value === null ? '–' : formatValue(value, unit, limitValues(limits));
}

/** All limits in short: `> 0.1 / 0.2` (warn / fail), `outside 0.8..1.25`; empty where there is none. */
export function limitsWords({ limits, unit }: Pick<ReportResult, 'limits' | 'unit'>): string {
  const signs = [...limits].sort((a, b) => order(a) - order(b)).map((limit) => limitSign(limit, unit));
  return signs.map((sign, index) => shortened(sign, signs[index - 1])).join(' / ');
}

function order(limit: ReportLimit): number {
  return limit.severity === 'warn' ? 0 : 1;
}

/** A sign without the operator it shares with the one before it. */
function shortened(sign: string, before: string | undefined): string {
  const operator = /^(?:p )?(?:[<>=]=?|==) /.exec(sign)?.[0];
  return operator !== undefined && before?.startsWith(operator) ? sign.slice(operator.length) : sign;
}

/** The numbers of the limits on the value. */
export function limitValues(limits: readonly ReportLimit[]): readonly number[] {
  return limits.flatMap((limit) => {
    if (limit.subject === 'pValue') return [];
    return limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value];
  });
}
