import type { Dimension } from '../engine.js';
import { shortest } from './cast.js';
import { binarySearch } from './panes.js';
import { double, text } from './quote.js';
import type { TableColumn } from './table.js';

/** The cross product of the dimensions; group numbers run through the last dimension first. */
export interface Groups {
  readonly count: number;
  /** Labels of each group, one per dimension. */
  readonly labels: readonly (readonly string[])[];
  /** Groups that are left out of the answer when they hold no row: `(other)` and `(missing)`. */
  readonly optional: readonly boolean[];
  /** SQL for a row's group number; NULL for a row that belongs to none. Null without dimensions. */
  readonly sql: string | null;
}

const OTHER = '(other)';
const MISSING = '(missing)';

interface Part {
  readonly labels: readonly string[];
  /** How many of the labels are declared; the rest are optional. */
  readonly declared: number;
  readonly sql: string;
}

/** @param column finds the column of a dimension */
export function groups(by: readonly Dimension[], column: (name: string) => TableColumn): Groups {
  let labels: string[][] = [[]];
  let optional = [false];
  let sql: string | null = null;
  for (const dimension of by) {
    const found = part(dimension, column(dimension.column));
    optional = optional.flatMap((before) =>
      found.labels.map((_, index) => before || index >= found.declared),
    );
    labels = labels.flatMap((before) => found.labels.map((label) => [...before, label]));
    sql = sql === null ? `(${found.sql})` : `(${sql} * ${found.labels.length} + (${found.sql}))`;
  }
  return { count: labels.length, labels, optional, sql };
}

function part(dimension: Dimension, column: TableColumn): Part {
  const declared = dimension.kind === 'values' ? dimension.values : dimension.labels;
  const labels = [...declared];
  const whenOther = dimension.kind === 'values' && dimension.others ? String(labels.push(OTHER) - 1) : 'NULL';
  const whenMissing = dimension.missing ? String(labels.push(MISSING) - 1) : 'NULL';
  if (dimension.kind === 'values') {
    const value = textOf(column);
    const cases = dimension.values.map((item, index) => `WHEN ${text(item)} THEN ${index}`).join(' ');
    const known = cases === '' ? whenOther : `CASE ${value} ${cases} ELSE ${whenOther} END`;
    return {
      labels,
      declared: declared.length,
      sql: `CASE WHEN ${column.sql} IS NULL THEN ${whenMissing} ELSE ${known} END`,
    };
  }
  const value = numberOf(column);
  return {
    labels,
    declared: declared.length,
    sql: `CASE WHEN ${value} IS NULL THEN ${whenMissing} ELSE ${binarySearch(value, dimension.cuts.map(double))} END`,
  };
}

/** A column as category text. */
export function textOf(column: TableColumn): string {
  if (column.type === 'category' || column.type === 'text') return column.sql;
  if (column.type === 'boolean')
    return `CASE WHEN ${column.sql} = 1 THEN 'true' WHEN ${column.sql} = 0 THEN 'false' END`;
  return shortest(column.sql);
}

/** A column as a number; text that is none counts as missing. */
export function numberOf(column: TableColumn): string {
  return column.type === 'category' || column.type === 'text'
    ? `TRY_CAST(${column.sql} AS DOUBLE)`
    : column.sql;
}
