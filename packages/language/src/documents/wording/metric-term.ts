import type { MetricDescriptor } from '@vigil/statistics';
import type { Chart, Check, Limit, MetricTerm, Monitor } from '../../protocol/protocol.js';
import { code, type Inline, joined, link, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { limitWords } from './limit.js';

/** "Sensitivity at a score of 0.15, largest difference between groups", linked to its definition. */
export function termWords(term: MetricTerm, threshold: number | null, reader: SpecReader): Inline {
  const title = reader.metric(term.metric)?.title ?? term.metric;
  return words`${link(title, `Metric ${term.metric}`)}${termSettings(term, threshold)}`;
}

/** The same as plain text, where there can be no link. */
export function termText(term: MetricTerm, threshold: number | null, reader: SpecReader): string {
  return `${reader.metric(term.metric)?.title ?? term.metric}${termSettings(term, threshold)}`;
}

function termSettings(term: MetricTerm, threshold: number | null): string {
  const given = Object.entries(term.arguments).map(([name, value]) => `${name}: ${argumentWords(value)}`);
  const aggregates = {
    gap: ', largest difference between groups',
    ratio: ', ratio of the lowest to the highest group',
  };
  return [
    given.length === 0 ? '' : ` (${given.join(', ')})`,
    threshold === null ? '' : ` at a score of ${threshold}`,
    term.aggregate === null ? '' : aggregates[term.aggregate],
  ].join('');
}

/** The score from which a case counts as flagged: the term's own, or the operating point of the model. */
export function thresholdOf(term: MetricTerm, monitor: Monitor, reader: SpecReader): number | null {
  if (term.at !== null) return term.at;
  if (reader.metric(term.metric)?.threshold !== 'required') return null;
  return reader.modelOf(reader.logOf(monitor))?.operatingPoint ?? null;
}

function argumentWords(value: MetricTerm['arguments'][string]): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** What stands after `of`, or what the metric is measured on by itself. */
export function targetWords(term: MetricTerm, monitor: Monitor, reader: SpecReader): Inline {
  if (term.of.length > 0) return joined(term.of.map(code));
  const log = reader.logOf(monitor);
  const prediction = log?.prediction ? code(log.prediction) : 'the prediction';
  const appliesTo = reader.metric(term.metric)?.appliesTo;
  if (appliesTo === 'prediction') return prediction;
  if (appliesTo !== 'outcome') return 'all rows';
  return words`${prediction} and outcome ${log?.label ? code(log.label.column) : ''}`;
}

/** When a check warns or fails, "above 3% or below 1%". */
export function brokenWords(
  { term, limits }: Check,
  severity: Limit['severity'],
  metric: MetricDescriptor | undefined,
): string {
  return limits
    .filter((limit) => limit.severity === severity)
    .map((limit) => limitWords(limit, term, metric))
    .join(' or ');
}

export function methodWords(method: Chart['method']): string {
  switch (method.kind) {
    case 'shewhart':
      return method.rules === null ? 'Shewhart chart' : `Shewhart chart with the ${method.rules} rules`;
    case 'cusum':
      return `CUSUM for a shift of ${method.shift} from ${method.target}; on average one false signal in ${method.arl} windows`;
    case 'ewma':
      return 'EWMA chart';
  }
}
