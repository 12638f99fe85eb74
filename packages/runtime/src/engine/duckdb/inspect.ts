import type { ColumnType, DataProblem, SourceDescription, TableSource } from '../engine.js';
import { dataProblem } from '../problems.js';
import type { Built } from './build.js';
import { numbers } from './columns.js';
import type { QueryResult } from './messages.js';
import type { Query } from './query.js';
import { text } from './quote.js';
import { isNumeric, type TableColumn } from './table.js';

export interface Inspection {
  readonly description: SourceDescription;
  readonly columns: ReadonlyMap<string, TableColumn>;
  readonly columnProblems: ReadonlyMap<string, DataProblem>;
  /** Problems that are told but leave the source usable. */
  readonly notes: readonly DataProblem[];
  /** The problem that spoils the source as a whole, or null. */
  readonly spoilt: DataProblem | null;
}

/** Checks every declared column in one scan, and ids and versions in one more each. */
export async function inspect(query: Query, source: TableSource, built: Built): Promise<Inspection> {
  const labels = labelTime(source);
  const scan = new Scan();
  const rows = scan.ask('count(*)');
  const times = source.time !== null && {
    bad: scan.ask('count(*) FILTER (WHERE e_t)'),
    missing: scan.ask('count(*) FILTER (WHERE t IS NULL AND NOT e_t)'),
    first: scan.ask('min(t)'),
    last: scan.ask('max(t)'),
  };
  const label = source.label !== null && {
    bad: scan.ask('count(*) FILTER (WHERE e_y)'),
    badTime: scan.ask(source.label.availableAt === null ? '0' : 'count(*) FILTER (WHERE e_a)'),
    last: scan.ask(labels === null ? 'NULL::DOUBLE' : `max(${labels}) FILTER (WHERE y IS NOT NULL)`),
  };
  const columns = built.columns.map(({ name, sql, hasBad }) => {
    const numeric = isNumeric(source.columns[name]!);
    return {
      name,
      sql,
      type: source.columns[name]!,
      bad: hasBad ? scan.ask(`count(*) FILTER (WHERE e_${sql})`) : null,
      minimum: numeric ? scan.ask(`min(${sql})`) : null,
      maximum: numeric ? scan.ask(`max(${sql})`) : null,
    };
  });
  const answers = scan.read(await query(`SELECT ${scan.sql} FROM ${built.kept}`));
  const count = (ask: number | null) => (ask === null ? 0 : orZero(answers[ask]!));
  const value = (ask: number | null) => (ask === null || Number.isNaN(answers[ask]) ? null : answers[ask]!);

  const columnProblems = new Map(built.problems);
  const found = new Map<string, TableColumn>();
  for (const column of columns) {
    // DuckDB orders NaN above Infinity, so both show at the ends, where NULL and NaN read the same.
    const odd =
      column.maximum !== null &&
      (!Number.isFinite(answers[column.maximum]) || !Number.isFinite(answers[column.minimum!]));
    const problem = await columnProblem(query, source.name, built.kept, column, count(column.bad), odd, {
      low: value(column.minimum),
      high: value(column.maximum),
    });
    if (problem !== null && !columnProblems.has(column.name)) columnProblems.set(column.name, problem);
    found.set(column.name, {
      name: column.name,
      type: column.type,
      sql: column.sql,
      minimum: value(column.minimum),
      maximum: value(column.maximum),
    });
  }
  if (label !== false && source.label !== null) {
    const { column, availableAt } = source.label;
    if (count(label.bad) > 0)
      columnProblems.set(column, dataProblem('badLabel', source.name, { column, rows: count(label.bad) }));
    else if (count(label.badTime) > 0 && availableAt !== null)
      columnProblems.set(
        column,
        dataProblem('unreadableTime', source.name, { column: availableAt, rows: count(label.badTime) }),
      );
  }
  return {
    description: {
      columns: built.columns.map(({ name }) => ({ name, type: source.columns[name]! })),
      rows: count(rows),
      firstTime: times === false ? null : value(times.first),
      lastTime: times === false ? null : value(times.last),
      lastLabelTime: label === false ? null : value(label.last),
    },
    columns: found,
    columnProblems,
    notes: await unknownVersions(query, source, built),
    spoilt:
      (times === false ? null : timeProblem(source, count(times.bad), count(times.missing))) ??
      (await duplicateIds(query, source, built)),
  };
}

/** Collects the expressions of one scan. */
class Scan {
  readonly #expressions: string[] = [];
  ask(expression: string): number {
    return this.#expressions.push(`CAST(${expression} AS DOUBLE)`) - 1;
  }
  get sql(): string {
    return this.#expressions.join(', ');
  }
  read(result: QueryResult): number[] {
    return this.#expressions.map((_, index) => numbers(result, index)[0] ?? Number.NaN);
  }
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function labelTime(source: TableSource): string | null {
  if (source.label?.availableAt != null) return 'a';
  return source.time === null ? null : 't';
}

function timeProblem(source: TableSource, bad: number, missing: number): DataProblem | null {
  const column = source.time?.column ?? '';
  if (bad > 0) return dataProblem('unreadableTime', source.name, { column, rows: bad });
  return missing > 0 ? dataProblem('missingTime', source.name, { column, rows: missing }) : null;
}

async function columnProblem(
  query: Query,
  source: string,
  table: string,
  column: { readonly name: string; readonly sql: string; readonly type: ColumnType },
  bad: number,
  odd: boolean,
  range: { readonly low: number | null; readonly high: number | null },
): Promise<DataProblem | null> {
  if (bad > 0)
    return dataProblem('wrongType', source, { column: column.name, rows: bad, expected: column.type });
  if (odd) {
    const rows = await countRows(query, table, `NOT isfinite(${column.sql})`);
    if (rows > 0) return dataProblem('notFinite', source, { column: column.name, rows });
  }
  if (column.type === 'probability' && range.low !== null && (range.low < 0 || (range.high ?? 0) > 1)) {
    const rows = await countRows(query, table, `${column.sql} < 0 OR ${column.sql} > 1`);
    return dataProblem('outsideProbability', source, { column: column.name, rows });
  }
  return null;
}

async function countRows(query: Query, table: string, condition: string): Promise<number> {
  return numbers(await query(`SELECT count(*) FROM ${table} WHERE ${condition}`), 0)[0] ?? 0;
}

async function duplicateIds(query: Query, source: TableSource, built: Built): Promise<DataProblem | null> {
  if (source.id === null) return null;
  const keys = source.version === null ? 'k' : 'k, v';
  const rows =
    numbers(
      await query(
        `SELECT count(*) FROM (SELECT ${keys} FROM ${built.kept} WHERE k IS NOT NULL GROUP BY ${keys} HAVING count(*) > 1)`,
      ),
      0,
    )[0] ?? 0;
  return rows > 0 ? dataProblem('duplicateIds', source.name, { column: source.id, rows }) : null;
}

async function unknownVersions(query: Query, source: TableSource, built: Built): Promise<DataProblem[]> {
  if (source.version === null) return [];
  const { column, known } = source.version;
  const rows = await countRows(
    query,
    built.all,
    `v IS NULL OR v NOT IN (${known.map(text).join(', ') || "''"})`,
  );
  return rows > 0 ? [dataProblem('unknownVersion', source.name, { column, rows, columns: known })] : [];
}
