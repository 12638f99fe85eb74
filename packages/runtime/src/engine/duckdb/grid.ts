import { integers, numbers } from './columns.js';
import { runs } from './distinct.js';
import { splitSum } from './fixed-point.js';
import { columnOf, type Frame } from './frame.js';
import { numberOf } from './groups.js';
import type { Query } from './query.js';
import { double } from './quote.js';

/**
 * A fine grid over one column: equal widths between two numbers, open at both ends. The cell of a value is
 * a monotone function of it (each step is one correctly rounded operation), so cells part the number line
 * without overlap whatever the rounding; where exactly the borders lie does not matter.
 */
export interface Grid {
  readonly low: number;
  readonly high: number;
  readonly cellsPerUnit: number;
}
export const GRID_CELLS = 2_048;

export function gridOver(low: number, high: number): Grid {
  const cellsPerUnit = GRID_CELLS / (high - low);
  return { low, high, cellsPerUnit: Number.isFinite(cellsPerUnit) ? cellsPerUnit : 0 };
}

/** What a grid holds of one pane and group, by ascending cell. */
export interface GridCells {
  /** Sums are exact integers in units of 2^-power. */
  readonly power: number;
  readonly cell: Float64Array;
  readonly count: Float64Array;
  readonly sum: readonly bigint[];
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

function cellSql(value: string, grid: Grid): string {
  const position = `floor((${value} - ${double(grid.low)}) * ${double(grid.cellsPerUnit)})`;
  return `CAST(greatest(least(${position}, ${GRID_CELLS - 1}::DOUBLE), 0::DOUBLE) AS INTEGER)`;
}

/** Counts a column on a grid, per key of the frame. */
export async function countGrid(
  query: Query,
  inFrame: Frame,
  name: string,
  grid: Grid,
): Promise<ReadonlyMap<number, GridCells>> {
  const column = columnOf(inFrame.table, name);
  const value = numberOf(column);
  const split = splitSum(column, grid.low, grid.high);
  const result = await query(
    `SELECT q * ${GRID_CELLS} + ${cellSql(value, grid)} AS place, count(*), ${split.bulk}, ${split.excess ?? '0::HUGEINT'}, min(${value}), max(${value}) FROM ${inFrame.sql} WHERE ${value} IS NOT NULL GROUP BY place ORDER BY place`,
  );
  const places = numbers(result, 0);
  const [bulk, excess] = [integers(result, 2), integers(result, 3)];
  const sums = bulk.map((sum, row) => split.whole(sum ?? 0n, excess[row] ?? 0n));
  return new Map(
    runs(places.map((place) => Math.floor(place / GRID_CELLS))).map(([key, from, to]) => [
      key,
      {
        cell: places.slice(from, to).map((place) => place % GRID_CELLS),
        count: numbers(result, 1).slice(from, to),
        power: split.power,
        sum: sums.slice(from, to),
        minimum: numbers(result, 4).slice(from, to),
        maximum: numbers(result, 5).slice(from, to),
      },
    ]),
  );
}

/** Distinct values with their counts in some cells of some keys: key → cell → ascending values. */
export type GridValues = ReadonlyMap<
  number,
  ReadonlyMap<number, { readonly values: Float64Array; readonly counts: Float64Array }>
>;

/** Reads the values of the given cells exactly. @param places key × GRID_CELLS + cell */
export async function readGrid(
  query: Query,
  inFrame: Frame,
  name: string,
  grid: Grid,
  places: ReadonlySet<number>,
): Promise<GridValues> {
  if (places.size === 0) return new Map();
  const value = numberOf(columnOf(inFrame.table, name));
  const list = [...places].sort((a, b) => a - b).join(', ');
  const result = await query(
    `SELECT place, x, count(*) FROM (SELECT q * ${GRID_CELLS} + ${cellSql(value, grid)} AS place, ${value} AS x FROM ${inFrame.sql} WHERE ${value} IS NOT NULL) WHERE place IN (${list}) GROUP BY place, x ORDER BY place, x`,
  );
  const found = new Map<number, Map<number, { values: Float64Array; counts: Float64Array }>>();
  for (const [place, from, to] of runs(numbers(result, 0))) {
    const key = Math.floor(place / GRID_CELLS);
    const inKey = found.get(key) ?? new Map();
    inKey.set(place % GRID_CELLS, {
      values: numbers(result, 1).slice(from, to),
      counts: numbers(result, 2).slice(from, to),
    });
    found.set(key, inKey);
  }
  return found;
}

/** All distinct values of a column per key, ascending; for small tables. */
export async function readValues(
  query: Query,
  inFrame: Frame,
  name: string,
): Promise<ReadonlyMap<number, { readonly values: Float64Array; readonly counts: Float64Array }>> {
  const value = numberOf(columnOf(inFrame.table, name));
  const result = await query(
    `SELECT q, ${value} AS x, count(*) FROM ${inFrame.sql} WHERE ${value} IS NOT NULL GROUP BY q, x ORDER BY q, x`,
  );
  return new Map(
    runs(numbers(result, 0)).map(([key, from, to]) => [
      key,
      { values: numbers(result, 1).slice(from, to), counts: numbers(result, 2).slice(from, to) },
    ]),
  );
}
