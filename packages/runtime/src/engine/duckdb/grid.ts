import { numbers } from './columns.js';
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
  readonly cells: number;
}

/** Fewest and most cells; beyond, a grid costs more than it saves. */
const [FEWEST, MOST] = [1_024, 16_384];

/**
 * How fine a grid should be. Without drift F − G is noise of size 1/√n, and every cell with more rows
 * than that may hide a change of sign: with k cells about 2·√n/k of the rows are read again. Cells and rows
 * cost about the same to fetch, so k = √(rows · 2√n) is the cheapest.
 * @param rows current rows in one span
 * @param referenceRows rows of the reference
 */
export function gridCells(rows: number, referenceRows: number): number {
  const effective = 1 / (1 / Math.max(rows, 1) + 1 / Math.max(referenceRows, 1));
  const cheapest = Math.sqrt(rows * 2 * Math.sqrt(effective));
  return Math.min(MOST, Math.max(FEWEST, 2 ** Math.ceil(Math.log2(Math.max(cheapest, 1)))));
}

export function gridOver(low: number, high: number, cells: number): Grid {
  const cellsPerUnit = cells / (high - low);
  return {
    cells,
    low,
    high,
    cellsPerUnit: Number.isFinite(cellsPerUnit) ? cellsPerUnit : 0,
  };
}

/** What a grid holds of one pane and group, by ascending cell; empty cells are left out. */
export interface GridCells {
  readonly cell: Float64Array;
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

function cellSql(value: string, grid: Grid): string {
  const position = `floor((${value} - ${double(grid.low)}) * ${double(grid.cellsPerUnit)})`;
  return `CAST(greatest(least(${position}, ${grid.cells - 1}::DOUBLE), 0::DOUBLE) AS INTEGER)`;
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
    `SELECT q * ${grid.cells} + ${cellSql(value, grid)} AS place, count(*), CAST(${split.bulk} AS DOUBLE), CAST(${split.excess ?? '0'} AS DOUBLE), min(${value}), max(${value}) FROM ${inFrame.sql} WHERE ${value} IS NOT NULL GROUP BY place ORDER BY place`,
  );
  const places = numbers(result, 0);
  const [bulk, excess] = [numbers(result, 2), numbers(result, 3)];
  const sums = bulk.map((sum, row) => split.whole(sum, excess[row]!));
  return new Map(
    runs(places.map((place) => Math.floor(place / grid.cells))).map(([key, from, to]) => [
      key,
      {
        cell: places.slice(from, to).map((place) => place % grid.cells),
        count: numbers(result, 1).slice(from, to),
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

/** Reads the values of the given cells exactly. @param places key × cells + cell */
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
    `SELECT place, x, count(*) FROM (SELECT q * ${grid.cells} + ${cellSql(value, grid)} AS place, ${value} AS x FROM ${inFrame.sql} WHERE ${value} IS NOT NULL) WHERE place IN (${list}) GROUP BY place, x ORDER BY place, x`,
  );
  const found = new Map<number, Map<number, { values: Float64Array; counts: Float64Array }>>();
  for (const [place, from, to] of runs(numbers(result, 0))) {
    const key = Math.floor(place / grid.cells);
    const inKey = found.get(key) ?? new Map();
    inKey.set(place % grid.cells, {
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
