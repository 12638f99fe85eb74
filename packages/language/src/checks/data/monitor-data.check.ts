import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import { AstUtils } from 'langium';
import type { Report } from '../../diagnostics/reporter.js';
import { type Dimension, isAgainst, type MetricTerm, type Monitor } from '../../generated/ast.js';
import { titleOf } from '../declaration-noun.js';
import { usedDimensions } from '../groups.check.js';
import { columnOfRole, featuresOf } from '../log-columns.js';
import { fits } from '../metric-columns.js';
import { scheduleClauses, termsOf } from '../monitor-parts.js';
import { checkColumnInData } from './column-in-data.js';
import type { DataTable } from './data-table.js';
import type { SpecData } from './spec-data.js';

/** What a monitor measures, against the data of its log and of its reference. */
export function checkMonitorData(
  monitor: Monitor,
  data: SpecData,
  judged: Set<Dimension>,
  report: Report,
): void {
  const log = monitor.log?.ref;
  if (log === undefined) return;
  const own = data.ofDeclaration(log);
  const outcomes = data.ofOutcomes(log);
  const tables = outcomes === undefined ? [own] : [own, outcomes];
  // Where the model's features are not known, nobody else looks at the columns a check names.
  if (featuresOf(log.model?.ref).length === 0) checkTargets(monitor, tables, report);
  for (const { dimension, use } of usedDimensions(monitor)) {
    if (judged.has(dimension)) continue;
    judged.add(dimension);
    checkDimension(dimension, monitor, use, tables, report);
  }
  checkReference(monitor, data, report);
}

function checkTargets(monitor: Monitor, tables: readonly (DataTable | undefined)[], report: Report): void {
  for (const { metric, target } of termsOf(monitor)) {
    const numbers = metricNamed(metric ?? '')?.appliesTo === 'numeric';
    for (const [index, name] of (target?.columns ?? []).entries()) {
      const at = { node: target!, property: 'columns', index };
      const purpose = `a column of \`${metric}\``;
      const wanted = { as: numbers ? 'numbers' : 'anything' } as const;
      checkColumnInData({ name, wanted, purpose, at, replaceable: true }, tables, report);
    }
  }
}

function checkDimension(
  dimension: Dimension,
  monitor: Monitor,
  use: ReturnType<typeof usedDimensions>[number]['use'],
  tables: readonly (DataTable | undefined)[],
  report: Report,
): void {
  const { column, cuts = [] } = dimension;
  const log = monitor.log?.ref;
  // A feature is looked at where the model declares it.
  if (featuresOf(log?.model?.ref).some(({ name }) => name === column)) return;
  const here = AstUtils.getDocument(dimension) === AstUtils.getDocument(monitor);
  checkColumnInData(
    {
      name: column,
      wanted: { as: cuts.length > 0 ? 'numbers' : 'anything' },
      purpose: `subgroup '${dimension.name ?? ''}' of ${titleOf(monitor)}`,
      at: here ? { node: dimension, property: 'column' } : { node: use },
      replaceable: here,
    },
    tables,
    report,
  );
}

/** All columns that are compared with a dataset must be there too. */
function checkReference(monitor: Monitor, data: SpecData, report: Report): void {
  for (const against of scheduleClauses(monitor).filter(isAgainst)) {
    const dataset = against.dataset?.ref;
    const table = data.ofDeclaration(dataset);
    if (dataset === undefined || table === undefined) continue;
    const lacking = new Set<string>();
    for (const term of termsOf(monitor))
      for (const column of comparedColumns(term, monitor))
        if (table.find(column).kind === 'absent') lacking.add(column);
    if (lacking.size === 0) continue;
    const columns = [...lacking].map((column) => `'${column}'`);
    const listed =
      columns.length > 5
        ? `${columns.slice(0, 5).join(', ')} and ${columns.length - 5} more`
        : columns.join(', ');
    report(
      'referenceLacksColumn',
      { dataset: dataset.name ?? '', columns: listed, monitor: monitor.name ?? '' },
      { node: against, property: 'dataset' },
    );
  }
}

/** The columns of a term that are read from the reference. */
function comparedColumns(term: MetricTerm, monitor: Monitor): string[] {
  const metric = metricNamed(term.metric ?? '');
  if (metric === undefined || !metric.needsReference) return [];
  const log = monitor.log?.ref;
  const { target } = term;
  if (target?.all !== undefined) return featuresFor(metric, target.all, monitor);
  const columns = target?.columns ?? [];
  if (columns.length > 0 || metric.appliesTo !== 'prediction') return [...columns];
  const prediction = log === undefined ? undefined : columnOfRole(log, 'prediction')?.column;
  return prediction === undefined ? [] : [prediction];
}

function featuresFor(metric: MetricDescriptor, all: 'inputs' | 'outputs', monitor: Monitor): string[] {
  const direction = all === 'outputs' ? 'output' : 'input';
  return featuresOf(monitor.log?.ref?.model?.ref)
    .filter((feature) => feature.direction === direction)
    .filter(({ type }) => type !== undefined && fits(metric.appliesTo, type))
    .map(({ name }) => name);
}
