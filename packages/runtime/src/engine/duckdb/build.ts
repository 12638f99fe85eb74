import type { DataProblem, TableSource } from '../engine.js';
import { dataProblem } from '../problems.js';
import { type StoredType, typed, zeroOne } from './cast.js';
import { numbers } from './columns.js';
import { ProblemError } from './failures.js';
import type { Query } from './query.js';
import { identifier, isUsableName, text } from './quote.js';
import { missingColumn, openRelation } from './relation.js';
import { isNumeric, type Relation } from './table.js';
import { instant } from './time.js';

/** What `build` made of a source, for the inspection that follows. */
export interface Built {
  /** All rows, of whatever version. */
  readonly all: string;
  /** The rows that belong to the source. */
  readonly kept: string;
  readonly columns: readonly { readonly name: string; readonly sql: string; readonly hasBad: boolean }[];
  readonly problems: ReadonlyMap<string, DataProblem>;
}

/**
 * Turns a declared source into one table with the engine's own column names. Parquet stays a view, so
 * that only the columns a query needs are read; text formats and joins are read once, into a table.
 * @throws ProblemError for what spoils the whole source
 */
export async function build(query: Query, source: TableSource, index: number): Promise<Built> {
  for (const name of names(source))
    if (!isUsableName(name))
      throw new ProblemError(dataProblem('badName', source.name, { expected: 'a column name in the spec' }));
  const log = await openRelation(query, source, names(source));
  const outcomes =
    source.outcomes === null
      ? null
      : await openRelation(query, { name: source.name, ...source.outcomes }, names(source));
  const resolve = resolver(source, log, outcomes);
  const problems = new Map<string, DataProblem>();
  const selected: string[] = roles(source, resolve);
  const columns = Object.entries(source.columns).map(([name, type], position) => {
    const sql = `c${position}`;
    const column = tryResolve(() => resolve(name, false));
    const value =
      column instanceof ProblemError
        ? null
        : typed(column.raw, column.stored, type, source.missingValues[name], source.timezone);
    if (column instanceof ProblemError) problems.set(name, column.problem);
    else if (value === null)
      problems.set(name, dataProblem('unsupportedType', source.name, { column: name, expected: type }));
    selected.push(`${value?.value ?? `CAST(NULL AS ${isNumeric(type) ? 'DOUBLE' : 'VARCHAR'})`} AS ${sql}`);
    if (value?.bad != null) selected.push(`(${value.bad}) AS e_${sql}`);
    return { name, sql, hasBad: value?.bad != null };
  });
  const from = await joined(query, source, log, outcomes);
  const materialise =
    source.format !== 'parquet' ||
    outcomes !== null ||
    (source.time !== null && log.columns.get(source.time.column) === 'text');
  const all = `r_${index}`;
  await query(
    `CREATE ${materialise ? 'TABLE' : 'VIEW'} ${all} AS SELECT ${selected.length === 0 ? '1 AS nothing' : selected.join(', ')} FROM ${from}`,
  );
  const kept = `t_${index}`;
  const filter =
    source.version === null ? '' : ` WHERE v IN (${source.version.keep.map(text).join(', ') || 'NULL'})`;
  await query(`CREATE VIEW ${kept} AS SELECT * FROM ${all}${filter}`);
  return { all, kept, columns, problems };
}

/** Every column the spec names for this source. */
function names(source: TableSource): string[] {
  const found = [
    source.time?.column,
    source.id,
    source.label?.column,
    source.label?.availableAt,
    source.version?.column,
    source.outcomes?.by,
    ...Object.keys(source.columns),
  ];
  return [...new Set(found.filter((name) => name != null))];
}

type Resolve = (
  name: string,
  preferOutcomes: boolean,
) => { readonly raw: string; readonly stored: StoredType };

/** Finds a column in the log or in its outcomes; labels are looked up in the outcomes first. */
function resolver(source: TableSource, log: Relation, outcomes: Relation | null): Resolve {
  return (name, preferOutcomes) => {
    const places: [string, Relation | null][] = preferOutcomes
      ? [
          ['o', outcomes],
          ['l', log],
        ]
      : [
          ['l', log],
          ['o', outcomes],
        ];
    for (const [alias, relation] of places) {
      const stored = relation?.columns.get(name);
      if (stored !== undefined) return { raw: `${alias}.${identifier(name)}`, stored };
    }
    throw missingColumn(source.name, name, [...log.columns.keys(), ...(outcomes?.columns.keys() ?? [])]);
  };
}

function tryResolve<T>(resolve: () => T): T | ProblemError {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** The columns with a role, under the engine's names; `e_*` marks what cannot be read. */
function roles(source: TableSource, resolve: Resolve): string[] {
  const selected: string[] = [];
  if (source.time !== null) {
    const { raw, stored } = resolve(source.time.column, false);
    const time = instant(raw, stored, source.time.format, source.timezone);
    selected.push(`${time.value} AS t`, `(${time.bad ?? 'false'}) AS e_t`);
  }
  if (source.id !== null) {
    const { raw } = resolve(source.id, false);
    selected.push(`CAST(${raw} AS VARCHAR) AS k`);
  }
  if (source.version !== null) {
    const { raw } = resolve(source.version.column, false);
    selected.push(`CAST(${raw} AS VARCHAR) AS v`);
  }
  if (source.label !== null) {
    const { raw, stored } = resolve(source.label.column, true);
    const missing = source.missingValues[source.label.column];
    const value =
      missing === undefined
        ? raw
        : `CASE WHEN CAST(${raw} AS VARCHAR) = ${text(String(missing))} THEN NULL ELSE ${raw} END`;
    const label = zeroOne(value, stored);
    selected.push(`${label} AS y`, `((${value}) IS NOT NULL AND (${label}) IS NULL) AS e_y`);
    if (source.label.availableAt !== null) {
      const available = resolve(source.label.availableAt, true);
      const time = instant(available.raw, available.stored, source.time?.format ?? null, source.timezone);
      selected.push(`${time.value} AS a`, `(${time.bad ?? 'false'}) AS e_a`);
    }
  }
  return selected;
}

/** FROM clause; outcomes are joined by id as text, so that 7 in one file finds "7" in the other. */
async function joined(
  query: Query,
  source: TableSource,
  log: Relation,
  outcomes: Relation | null,
): Promise<string> {
  if (outcomes === null || source.outcomes === null) return `${log.sql} AS l`;
  const { by } = source.outcomes;
  if (!log.columns.has(by)) throw missingColumn(source.name, by, [...log.columns.keys()]);
  if (!outcomes.columns.has(by)) throw missingColumn(source.name, by, [...outcomes.columns.keys()]);
  const key = identifier(by);
  const repeated = await query(
    `SELECT count(*) FROM (SELECT CAST(${key} AS VARCHAR) AS k FROM ${outcomes.sql} WHERE ${key} IS NOT NULL GROUP BY k HAVING count(*) > 1)`,
  );
  const rows = numbers(repeated, 0)[0] ?? 0;
  if (rows > 0) throw new ProblemError(dataProblem('duplicateOutcomeIds', source.name, { column: by, rows }));
  return `${log.sql} AS l LEFT JOIN ${outcomes.sql} AS o ON CAST(l.${key} AS VARCHAR) = CAST(o.${key} AS VARCHAR)`;
}
