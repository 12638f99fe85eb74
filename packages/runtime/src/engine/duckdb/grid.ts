import { numbers } from './columns.js';
import { runs } from './distinct.js';
import { splitSum } from './fixed-point.js';
import { columnOf, type Frame } from './frame.js';
import { numberOf } from './groups.js';
import { binarySearch } from './panes.js';
import type { Query } from './query.js';
import { double } from './quote.js';

/**
 * A fine grid over one column, open at both ends: equal widths between neighbouring knots. Knots at quantiles
 * keep cells of a skewed column about equally full. The cell of a value is a monotone function of it (each
 * step is one correctly rounded operation), so cells part the number line without overlap whatever the
 * rounding; where exactly the borders lie does not matter.
 */
export interface Grid {
  /** Ascending and distinct. */
  readonly knots: readonly number[];
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
 * @param keys panes × groups; cells of all keys together must stay countable in 31 bits
 */
export function gridCells(rows: number, referenceRows: number, keys: number): number {
  const effective = 1 / (1 / Math.max(rows, 1) + 1 / Math.max(referenceRows, 1));
  const cheapest = Math.sqrt(rows * 2 * Math.sqrt(effective));
  const wanted = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(Math.max(cheapest, 1))));
  return Math.min(MOST, wanted, Math.floor(2 ** 30 / Math.max(keys, 1)));
}

/** What a grid holds of one pane and group, by ascending cell; empty cells are left out. */
export interface GridCells {
  readonly cell: Float64Array;
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

function cellSql(value: string, { knots, cells }: Grid): string {
  const pieces = Math.max(knots.length - 1, 1);
  const width = Math.floor(cells / pieces);
  const inPiece = (piece: number) => {
    const from = knots[piece] ?? 0;
    const perUnit = width / ((knots[piece + 1] ?? from) - from);
    if (!Number.isFinite(perUnit)) return String(piece * width);
    const position = `floor((${value} - ${double(from)}) * ${double(perUnit)})`;
    return `${piece * width} + CAST(greatest(least(${position}, ${width - 1}::DOUBLE), 0::DOUBLE) AS INTEGER)`;
  };
  return `(${binarySearch(value, knots.slice(1, -1).map(double), inPiece)})`;
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
  const split = splitSum(column, grid.knots[0] ?? 0, grid.knots[grid.knots.length - 1] ?? 0);
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

/** Distinct values of one key in the cells that were read, ascending; `starts[cell]` … `starts[cell + 1]` are a cell's. */
export interface KeyValues {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly starts: Int32Array;
}
export type GridValues = ReadonlyMap<number, KeyValues>;

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
  const [place, counts] = [numbers(result, 0), numbers(result, 2)];
  const keys = runs(place.map((at) => Math.floor(at / grid.cells)));
  // Continuous values occur once each: then one array of ones serves all keys.
  const longest = keys.reduce((most, [, from, to]) => Math.max(most, to - from), 0);
  const ones = counts.every((count) => count === 1) ? new Float64Array(longest).fill(1) : null;
  return new Map(
    keys.map(([key, from, to]) => {
      const starts = new Int32Array(grid.cells + 1);
      for (let row = from; row < to; row += 1) starts[(place[row]! % grid.cells) + 1]! += 1;
      for (let cell = 0; cell < grid.cells; cell += 1) starts[cell + 1]! += starts[cell]!;
      const values = numbers(result, 1).slice(from, to);
      return [key, { values, counts: ones?.subarray(0, to - from) ?? counts.slice(from, to), starts }];
    }),
  );
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
