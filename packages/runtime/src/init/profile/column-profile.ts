import type { DataColumnType } from '@vigil/language';

/** What a column of a data file looks like. It stays inside the runtime: only what `detect` lets through reaches a spec. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: DataColumnType;
  readonly rows: number;
  /** Rows without a value: empty ones, and those that hold the marker. */
  readonly missing: number;
  /** The text or number that stands for "missing" beside an empty cell; null where none is evident. */
  readonly marker: Marker | null;
  /** Rows of each value as text; null for times and where there are more than 10,000 different values. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** Of numbers and times (epoch microseconds); null without a value. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
}

export interface Marker {
  readonly value: string | number;
  readonly rows: number;
}

/** Rows that hold a value. */
export function valuesOf({ rows, missing }: ColumnProfile): number {
  return rows - missing;
}

export function isNumber({ type }: ColumnProfile): boolean {
  return type === 'number' || type === 'integer';
}

/** Whether a column holds 0 and 1 and nothing else, in whatever form. */
export function isBinary({ type, counts }: ColumnProfile): boolean {
  if (type === 'boolean') return true;
  if (counts === null || counts.size !== 2 || (type !== 'integer' && type !== 'number')) return false;
  return counts.has('0') && counts.has('1');
}
