import type { ColumnType, DataProblem, SourceDescription, TableSource } from '../engine.js';
import type { StoredType } from './cast.js';

/** One declared column of an opened table. */
export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Its name in the engine's own table: `c0`, `c1` …; no name of the data is used in queries. */
  readonly sql: string;
  /** Extremes of its finite values; null without any, or for text. */
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * A source as the engine holds it: a table or view `t_<n>` with columns `t` (event time, BIGINT
 * microseconds), `y` (label 0/1), `a` (label available at), `k` (id), `v` (version) and `c0` … .
 */
export interface Table {
  readonly source: TableSource;
  readonly sql: string;
  readonly columns: ReadonlyMap<string, TableColumn>;
  readonly description: SourceDescription;
  /** What spoils single columns; their measurements are answered with it. */
  readonly columnProblems: ReadonlyMap<string, DataProblem>;
  /** What the files looked like when opened. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** The columns of one physical table with how they are stored. */
export interface Relation {
  /** SQL that can stand after FROM. */
  readonly sql: string;
  readonly columns: ReadonlyMap<string, StoredType>;
}

/** Whether a column's values are held as numbers. */
export function isNumeric(type: ColumnType): boolean {
  return type !== 'category' && type !== 'text';
}
