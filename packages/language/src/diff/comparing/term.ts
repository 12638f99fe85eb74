import { canonicalJson } from '../../protocol/canonical-json.js';
import type { MetricTerm } from '../../protocol/protocol.js';

/** A metric term in words: "sensitivity gap at 0.15 by sex, race". Long lists of columns are counted. */
export function termWords({ metric, arguments: given, aggregate, of, at, by }: MetricTerm): string {
  const settings = Object.entries(given).map(([name, value]) => `${name}: ${String(value)}`);
  return [
    settings.length > 0 ? `${metric}(${settings.join(', ')})` : metric,
    ...(aggregate === null ? [] : [aggregate]),
    ...(of.length === 0 ? [] : [`of ${of.length > 3 ? `${of.length} columns` : of.join(', ')}`]),
    ...(at === null ? [] : [`at ${at}`]),
    ...(by.length === 0 ? [] : [`by ${crossesOf({ by }).join(', ')}`]),
  ].join(' ');
}

/** Crosses of subgroups as words; the order of the subgroups in one does not matter. */
export function crossesOf({ by }: Pick<MetricTerm, 'by'>): readonly string[] {
  return by.map((cross) => [...cross].sort().join(' × ')).sort();
}

/** What is measured, whatever the order in which columns and groups are listed. */
export function termKey(term: MetricTerm): string {
  return canonicalJson({ ...term, of: [...term.of].sort(), by: crossesOf(term) });
}

/** The same measurement on other groups. */
export function ungroupedKey(term: MetricTerm): string {
  return termKey({ ...term, by: [] });
}

/** The same measurement of other columns or groups. */
export function measurementKey(term: MetricTerm): string {
  return termKey({ ...term, of: [], by: [] });
}

/** The same metric with other settings. */
export function metricKey({ metric, aggregate }: MetricTerm): string {
  return canonicalJson([metric, aggregate]);
}
