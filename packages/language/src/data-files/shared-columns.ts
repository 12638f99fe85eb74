import type { DataColumn, DataColumns, DataColumnType, Period } from './column.js';
import type { DeclaredColumns } from './declared-data.js';
import type { DataFormat } from './read-columns.js';

const DAY = 86_400_000;

/**
 * The columns of several files that a run reads as one table.
 *
 * @param files what is known of each file that could be read; at least one
 * @param complete whether these are all files of the source
 */
export function sharedColumns(
  files: readonly DataColumns[],
  format: DataFormat,
  complete: boolean,
): Omit<DeclaredColumns, 'files'> {
  const [first = { columns: [], nested: [], rows: null }] = files;
  const flat = files.map(({ columns }) => new Map(columns.map((column) => [column.name, column])));
  const deep = files.map(({ nested }) => new Set(nested.map(({ name }) => name)));
  const inAll = (name: string) => flat.every((columns, index) => columns.has(name) || deep[index]!.has(name));
  const columns = first.columns
    .filter(({ name }) => inAll(name))
    .map((column) => ({ ...column, ...merged(flat.flatMap((each) => each.get(column.name) ?? [])) }));
  const rows = complete ? sum(files.map((file) => file.rows)) : null;
  // In CSV a column that one file lacks stops a run; elsewhere its values are missing there.
  const partial = format === 'csv' ? [] : othersIn(files, columns);
  const spanDays = complete ? spansOf(files) : new Map<string, number>();
  const open = !complete || (format === 'jsonl' && rows === null);
  return {
    columns,
    nested: first.nested.filter(({ name }) => inAll(name)),
    rows,
    ...(partial.length > 0 && { partial }),
    ...(open && { open }),
    ...(spanDays.size > 0 && { spanDays }),
  };
}

/** One type for the same column of several files, and whether values may be missing. */
function merged(columns: readonly DataColumn[]): Pick<DataColumn, 'type' | 'nullable'> {
  const types = new Set(columns.map(({ type }) => type));
  types.delete('unknown');
  const nullables = columns.map(({ nullable }) => nullable);
  const nullable = nullables.includes(true) ? true : nullables.includes(undefined) ? undefined : false;
  return { type: commonType(types), ...(nullable !== undefined && { nullable }) };
}

function commonType(types: ReadonlySet<DataColumnType | 'unknown'>): DataColumnType | 'unknown' {
  const [only = 'unknown', ...others] = types;
  if (others.length === 0) return only;
  return [...types].every((type) => type === 'integer' || type === 'number') ? 'number' : 'unknown';
}

function othersIn(files: readonly DataColumns[], shared: readonly DataColumn[]): string[] {
  const names = new Set(files.flatMap(({ columns }) => columns.map(({ name }) => name)));
  for (const { name } of shared) names.delete(name);
  return [...names].sort();
}

function sum(counts: readonly (number | null)[]): number | null {
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0);
}

/** The span of a column over all files, where each of them tells its period. */
function spansOf(files: readonly DataColumns[]): Map<string, number> {
  const spans = new Map<string, number>();
  for (const name of files[0]?.periods?.keys() ?? []) {
    const periods = files.map((file) => file.periods?.get(name)).filter((period) => period !== undefined);
    if (periods.length === files.length) spans.set(name, daysOf(periods));
  }
  return spans;
}

function daysOf(periods: readonly Period[]): number {
  const from = periods.reduce((least, period) => Math.min(least, period.from), Number.POSITIVE_INFINITY);
  const to = periods.reduce((most, period) => Math.max(most, period.to), Number.NEGATIVE_INFINITY);
  return (to - from) / DAY;
}
