import type { DistinctCounts, DistributionSegment } from '@vigil/statistics';
import { justBelow } from './aggregates.js';
import { mergeDistinct } from './distinct.js';
import { type Frame, keysOf } from './frame.js';
import type { GridCells, GridValues } from './grid.js';

/** One side of a pair: a span and group of a frame, counted on the grid. */
export interface GridSide {
  readonly keys: readonly number[];
  readonly cells: GridCells;
}

const NONE: GridCells = {
  cell: new Float64Array(),
  count: new Float64Array(),
  sum: new Float64Array(),
  minimum: new Float64Array(),
  maximum: new Float64Array(),
};
export const NOTHING: GridSide = { keys: [], cells: NONE };

export function gridSide(
  inFrame: Frame,
  counted: ReadonlyMap<number, GridCells>,
  span: number,
  group: number,
): GridSide {
  const keys = keysOf(inFrame, span, group);
  return { keys, cells: keys.map((key) => counted.get(key) ?? NONE).reduce(merged, NONE) };
}

/** Sums two panes. Panes are always summed in order of time, so that sums do not depend on the order of rows. */
function merged(a: GridCells, b: GridCells): GridCells {
  if (a.cell.length === 0) return b;
  if (b.cell.length === 0) return a;
  const cell = Float64Array.from(new Set([...a.cell, ...b.cell])).sort();
  const both = (of: 'count' | 'sum' | 'minimum' | 'maximum', join: (x: number, y: number) => number) => {
    const joined = new Float64Array(cell.length);
    let [i, j] = [0, 0];
    cell.forEach((place, index) => {
      const [inA, inB] = [a.cell[i] === place, b.cell[j] === place];
      joined[index] = inA && inB ? join(a[of][i]!, b[of][j]!) : inA ? a[of][i]! : b[of][j]!;
      if (inA) i += 1;
      if (inB) j += 1;
    });
    return joined;
  };
  const add = (x: number, y: number) => x + y;
  return {
    cell,
    count: both('count', add),
    sum: both('sum', add),
    minimum: both('minimum', Math.min),
    maximum: both('maximum', Math.max),
  };
}

/** Adjoining segments, and the grid cell each of them is. */
export interface GridSegments {
  readonly cells: readonly number[];
  readonly segments: DistributionSegment[];
}

/**
 * Adjoining segments of a pair, one per grid cell that holds a row. A cell in which each side has one
 * distinct value is known exactly without a second look, which is all of them for a discrete column.
 * @param values of cells that were looked at again
 */
export function gridSegments(
  reference: GridSide,
  current: GridSide,
  values: { readonly reference: GridValues; readonly current: GridValues } | null,
): GridSegments {
  const [r, c] = [reference.cells, current.cells];
  const cells: number[] = [];
  const segments: DistributionSegment[] = [];
  let [i, j, lower] = [0, 0, Number.NEGATIVE_INFINITY];
  while (i < r.cell.length || j < c.cell.length) {
    const cell = Math.min(r.cell[i] ?? Number.POSITIVE_INFINITY, c.cell[j] ?? Number.POSITIVE_INFINITY);
    const [inR, inC] = [r.cell[i] === cell ? i : -1, c.cell[j] === cell ? j : -1];
    if (segments.length === 0)
      lower = justBelow(Math.min(r.minimum[inR] ?? Number.MAX_VALUE, c.minimum[inC] ?? Number.MAX_VALUE));
    const upper = Math.max(
      r.maximum[inR] ?? Number.NEGATIVE_INFINITY,
      c.maximum[inC] ?? Number.NEGATIVE_INFINITY,
    );
    const exactReference = valuesOf(reference, cell, inR, values?.reference);
    const exactCurrent = exactReference === null ? null : valuesOf(current, cell, inC, values?.current);
    const segment = {
      lower,
      upper,
      referenceCount: r.count[inR] ?? 0,
      currentCount: c.count[inC] ?? 0,
      referenceSum: r.sum[inR] ?? 0,
      currentSum: c.sum[inC] ?? 0,
    };
    cells.push(cell);
    segments.push(
      exactReference === null || exactCurrent === null
        ? segment
        : { ...segment, values: { reference: exactReference, current: exactCurrent } },
    );
    lower = upper;
    if (inR >= 0) i += 1;
    if (inC >= 0) j += 1;
  }
  return { cells, segments };
}

const NO_VALUES: DistinctCounts = { values: new Float64Array(), counts: new Float64Array() };

/** All values of one side in a cell, or null where they are not known. */
function valuesOf(
  side: GridSide,
  cell: number,
  index: number,
  read: GridValues | undefined,
): DistinctCounts | null {
  if (index < 0) return NO_VALUES;
  const { minimum, maximum, count } = side.cells;
  if (minimum[index] === maximum[index])
    return { values: Float64Array.of(minimum[index]!), counts: Float64Array.of(count[index]!) };
  if (read === undefined) return null;
  const parts: DistinctCounts[] = [];
  for (const key of side.keys) {
    const held = read.get(key);
    const [from, to] = [held?.starts[cell] ?? 0, held?.starts[cell + 1] ?? 0];
    if (held !== undefined && to > from)
      parts.push({ values: held.values.subarray(from, to), counts: held.counts.subarray(from, to) });
  }
  if (parts.length === 0) return null;
  const found = mergeDistinct(parts);
  let rows = 0;
  for (const held of found.counts) rows += held;
  return rows === count[index] ? found : null;
}

/**
 * Joins neighbours that are known by count and sum alone where that loses nothing: inside the joined segment
 * F − G can neither change sign nor reach the largest |F − G| seen at any end, by the same bounds that
 * the statistics apply. A pair far from any crossing shrinks from thousands of segments to dozens.
 */
export function coalesced(segments: readonly DistributionSegment[]): DistributionSegment[] {
  const nReference = segments.reduce((sum, { referenceCount }) => sum + referenceCount, 0);
  const nCurrent = segments.reduce((sum, { currentCount }) => sum + currentCount, 0);
  // Products of counts stay exact below 2^53: differences over a common denominator.
  if (nReference * nCurrent >= Number.MAX_SAFE_INTEGER) return [...segments];
  const step = (segment: DistributionSegment) =>
    segment.referenceCount * nCurrent - segment.currentCount * nReference;
  let [difference, most] = [0, 0];
  for (const segment of segments) {
    difference += step(segment);
    most = Math.max(most, Math.abs(difference));
  }
  const joined: DistributionSegment[] = [];
  let [start, end] = [0, 0];
  for (const segment of segments) {
    const last = joined[joined.length - 1];
    const both = last === undefined ? null : join(last, segment);
    const lowest = start - (both?.currentCount ?? 0) * nReference;
    const highest = start + (both?.referenceCount ?? 0) * nCurrent;
    const harmless = (lowest >= 0 || highest <= 0) && Math.max(highest, -lowest) < most;
    if (both !== null && harmless) joined[joined.length - 1] = both;
    else {
      joined.push(segment);
      start = end;
    }
    end += step(segment);
  }
  return joined;
}

function join(a: DistributionSegment, b: DistributionSegment): DistributionSegment | null {
  if (a.values !== undefined || b.values !== undefined) return null;
  return {
    lower: a.lower,
    upper: b.upper,
    referenceCount: a.referenceCount + b.referenceCount,
    currentCount: a.currentCount + b.currentCount,
    referenceSum: a.referenceSum + b.referenceSum,
    currentSum: a.currentSum + b.currentSum,
  };
}

/** The one segment of a pair whose values are all known. */
export function exactSegment(reference: DistinctCounts, current: DistinctCounts): DistributionSegment {
  const total = (side: DistinctCounts) => side.counts.reduce((sum, count) => sum + count, 0);
  const weighted = (side: DistinctCounts) =>
    side.values.reduce((sum, value, index) => sum + value * side.counts[index]!, 0);
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
    referenceCount: total(reference),
    currentCount: total(current),
    referenceSum: weighted(reference),
    currentSum: weighted(current),
    values: { reference, current },
  };
}
