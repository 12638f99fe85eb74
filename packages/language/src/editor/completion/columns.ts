import { metricNamed } from '@vigil/statistics';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { CheckContext } from '../../checks/check-context.js';
import { knownColumns } from '../../checks/log-columns.js';
import { fits } from '../../checks/metric-columns.js';
import type { DeclaredData } from '../../data-files/declared-data.js';
import {
  type Dataset,
  type FeatureType,
  isDataset,
  isLog,
  isMetricTerm,
  isModel,
  isSource,
  isSubgroups,
  type Log,
} from '../../generated/ast.js';

/** A column that can be named, and what is known of it. */
export interface Column {
  readonly name: string;
  /** Its type in words; undefined where nobody knows. */
  readonly type: string | undefined;
  /** Where it is known from. */
  readonly from: 'model' | 'data';
}

/** What the spec and its data say about columns. */
export interface ColumnSource {
  readonly context: CheckContext;
  readonly data: DeclaredData | undefined;
}

/** The columns that can stand after `of` in a metric term: those the metric can be measured on. */
export async function columnsForTerm(
  node: AstNode,
  log: Log | undefined,
  source: ColumnSource,
): Promise<Column[]> {
  const term = AstUtils.getContainerOfType(node, isMetricTerm);
  const metric = metricNamed(term?.metric ?? '');
  const all = await columnsOfLog(log, source);
  if (metric === undefined) return all;
  return all.filter(({ type }) => type === undefined || fits(metric.appliesTo, featureType(type)));
}

/** All columns of a log: those the model and the log name, then those its data has besides. */
export async function columnsOfLog(log: Log | undefined, source: ColumnSource): Promise<Column[]> {
  if (log === undefined) return [];
  const known = [...(knownColumns(log, source.context)?.values() ?? [])].map(
    ({ name, type }): Column => ({ name, type, from: 'model' }),
  );
  return withoutRepetition([...known, ...(await columnsInData(log, source.data))]);
}

/**
 * The columns of the data a declaration is about: a log's or dataset's own, those of the logs of a model, those of
 * all logs for subgroups.
 */
export async function columnsInReach(
  node: AstNode,
  log: Log | undefined,
  source: ColumnSource,
): Promise<Column[]> {
  const body = AstUtils.getContainerOfType(node, (each): each is AstNode =>
    [isLog, isDataset, isModel, isSubgroups].some((is) => is(each)),
  );
  if (body === undefined) return columnsOfLog(log, source);
  if (isLog(body)) return columnsOfLog(body, source);
  if (isDataset(body)) return columnsInData(body, source.data);
  const logs = source.context.visible(body).filter(isLog);
  const own = isModel(body) ? logs.filter(({ model }) => model?.ref === body) : logs;
  return withoutRepetition((await Promise.all(own.map((log) => columnsOfLog(log, source)))).flat());
}

async function columnsInData(owner: Log | Dataset, data: DeclaredData | undefined): Promise<Column[]> {
  const statements: readonly AstNode[] = owner.statements ?? [];
  const source = statements.find(isSource);
  if (data === undefined || source?.path === undefined) return [];
  const found = await data.columnsOf(AstUtils.getDocument(owner).uri, source.path, source.engine);
  return (found?.columns ?? []).map(
    ({ name, type }): Column => ({ name, type: wordFor(type), from: 'data' }),
  );
}

function wordFor(type: string): string | undefined {
  if (type === 'unknown') return undefined;
  return type === 'text' ? 'category' : type;
}

function featureType(type: string): FeatureType {
  return type as FeatureType;
}

function withoutRepetition(columns: readonly Column[]): Column[] {
  const first = new Map<string, Column>();
  for (const column of columns) if (!first.has(column.name)) first.set(column.name, column);
  return [...first.values()];
}

/** A column as it is written in a spec. */
export function written(name: string): string {
  return /^[_a-zA-Z]\w*$/.test(name) ? name : `\`${name}\``;
}
