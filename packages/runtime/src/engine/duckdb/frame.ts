import type { Cell, EngineStatistic, Scope } from '../engine.js';
import { type Groups, groups } from './groups.js';
import { type Panes, paneIndex, panes } from './panes.js';
import { integer } from './quote.js';
import type { Table, TableColumn } from './table.js';

/** The rows of a scope, each with one key `q` = pane × groups + group. */
export interface Frame {
  readonly table: Table;
  readonly scope: Scope;
  readonly panes: Panes;
  readonly groups: Groups;
  /** SQL that can stand after FROM; has `q` and all columns of the table. */
  readonly sql: string;
}

export function frame(table: Table, scope: Scope): Frame {
  const inPanes = panes(scope.spans);
  const inGroups = groups(scope.by, (name) => columnOf(table, name));
  const conditions: string[] = [];
  if (scope.spans !== null) {
    const { boundaries } = inPanes;
    if (boundaries.length === 0) conditions.push('false');
    else
      conditions.push(
        `t >= ${integer(boundaries[0]!)}`,
        `t < ${integer(boundaries[boundaries.length - 1]!)}`,
      );
  }
  if (scope.asOf !== null && table.source.time !== null) conditions.push(`t <= ${integer(scope.asOf)}`);
  if (inGroups.sql !== null) conditions.push(`${inGroups.sql} IS NOT NULL`);
  const pane = scope.spans === null || inPanes.count <= 1 ? '0' : paneIndex(inPanes, 't');
  const key = inGroups.sql === null ? pane : `(${pane}) * ${inGroups.count} + ${inGroups.sql}`;
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return {
    table,
    scope,
    panes: inPanes,
    groups: inGroups,
    sql: `(SELECT CAST(${key} AS INTEGER) AS q, * FROM ${table.sql}${where})`,
  };
}

/** A declared column. @throws RangeError when there is none; the engine checks before it asks. */
export function columnOf(table: Table, name: string): TableColumn {
  const column = table.columns.get(name);
  if (column === undefined) throw new RangeError('This column is not declared.');
  return column;
}

/** SQL for "the label of this row is known at the scope's as-of time". */
export function labelKnown(table: Table, scope: Scope): string {
  return scope.asOf === null || table.source.label?.availableAt == null
    ? 'y IS NOT NULL'
    : `(y IS NOT NULL AND coalesce(a <= ${integer(scope.asOf)}, false))`;
}

/** Keys of the panes one span and group is made of. */
export function keysOf(
  { panes: { covered }, groups: { count } }: Frame,
  span: number,
  group: number,
): number[] {
  const { from, to } = covered[span]!;
  return Array.from({ length: to - from }, (_, pane) => (from + pane) * count + group);
}

/** Whether a group is told of: declared groups always are, `(other)` and `(missing)` only when they have rows. */
export function shownGroups(inFrame: Frame, present: Iterable<number>): number[] {
  const found = new Set<number>();
  for (const key of present) found.add(key % inFrame.groups.count);
  return inFrame.groups.labels
    .map((_, group) => group)
    .filter((group) => inFrame.groups.optional[group] === false || found.has(group));
}

/**
 * Sums panes up to spans: one cell per span and group, also where there is no row.
 * @param parts what was counted, by key; a missing key counted nothing
 */
export function cells<Part, S extends EngineStatistic>(
  inFrame: Frame,
  parts: ReadonlyMap<number, Part>,
  merge: (parts: readonly Part[]) => S,
): Cell<S>[] {
  const shown = shownGroups(inFrame, parts.keys());
  return inFrame.panes.covered.flatMap((_, span) =>
    shown.map((group) => ({
      span,
      group: inFrame.groups.labels[group]!,
      statistic: merge(
        keysOf(inFrame, span, group).flatMap((key) => (parts.has(key) ? [parts.get(key)!] : [])),
      ),
    })),
  );
}
