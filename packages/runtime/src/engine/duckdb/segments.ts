import type { DistinctCounts, DistributionSegment } from '@vigil/statistics';
import { justBelow } from './aggregates.js';
import { mergeDistinct } from './distinct.js';
import { type Frame, keysOf } from './frame.js';
import { GRID_CELLS, type GridCells, type GridValues } from './grid.js';

/** One side of a pair in one grid cell, panes summed. */
interface Side {
  readonly count: number;
  readonly sum: bigint;
  readonly minimum: number;
  readonly maximum: number;
}

/** One side of a pair: a span and group of a frame, counted on the grid. */
export interface GridSide {
  /** Sums are in units of 2^-power. */
  readonly power: number;
  readonly keys: readonly number[];
  readonly cells: ReadonlyMap<number, Side>;
}

export function gridSide(
  inFrame: Frame,
  counted: ReadonlyMap<number, GridCells>,
  span: number,
  group: number,
): GridSide {
  const keys = keysOf(inFrame, span, group);
  const cells = new Map<number, Side>();
  let power = 0;
  for (const key of keys) {
    const part = counted.get(key);
    power = part?.power ?? power;
    part?.cell.forEach((cell, index) => {
      const before = cells.get(cell);
      cells.set(cell, {
        count: part.count[index]! + (before?.count ?? 0),
        sum: part.sum[index]! + (before?.sum ?? 0n),
        minimum: Math.min(part.minimum[index]!, before?.minimum ?? Number.POSITIVE_INFINITY),
        maximum: Math.max(part.maximum[index]!, before?.maximum ?? Number.NEGATIVE_INFINITY),
      });
    });
  }
  return { power, keys, cells };
}

/**
 * Adjoining segments of a pair, one per grid cell that holds a row. A cell in which each side has one
 * distinct value is known exactly without a second look, which is all of them for a discrete column.
 * @param values of cells that were looked at again
 */
export function gridSegments(
  reference: GridSide,
  current: GridSide,
  values: { readonly reference: GridValues; readonly current: GridValues },
): { readonly cell: number; readonly segment: DistributionSegment }[] {
  const found: { cell: number; segment: DistributionSegment }[] = [];
  let lower: number | null = null;
  for (let cell = 0; cell < GRID_CELLS; cell += 1) {
    const [r, c] = [reference.cells.get(cell), current.cells.get(cell)];
    if (r === undefined && c === undefined) continue;
    const minimum = Math.min(r?.minimum ?? Number.POSITIVE_INFINITY, c?.minimum ?? Number.POSITIVE_INFINITY);
    const upper = Math.max(r?.maximum ?? Number.NEGATIVE_INFINITY, c?.maximum ?? Number.NEGATIVE_INFINITY);
    const [exactReference, exactCurrent] = [
      valuesOf(reference, cell, r, values.reference),
      valuesOf(current, cell, c, values.current),
    ];
    const exact =
      exactReference === null || exactCurrent === null
        ? {}
        : { values: { reference: exactReference, current: exactCurrent } };
    found.push({
      cell,
      segment: {
        lower: lower ?? justBelow(minimum),
        upper,
        referenceCount: r?.count ?? 0,
        currentCount: c?.count ?? 0,
        referenceSum: r === undefined ? 0 : Number(r.sum) * 2 ** -reference.power,
        currentSum: c === undefined ? 0 : Number(c.sum) * 2 ** -current.power,
        ...exact,
      },
    });
    lower = upper;
  }
  return found;
}

function valuesOf(
  side: GridSide,
  cell: number,
  counted: Side | undefined,
  read: GridValues,
): DistinctCounts | null {
  if (counted === undefined) return { values: new Float64Array(), counts: new Float64Array() };
  if (counted.minimum === counted.maximum)
    return { values: Float64Array.of(counted.minimum), counts: Float64Array.of(counted.count) };
  const parts = side.keys.flatMap((key) => read.get(key)?.get(cell) ?? []);
  const merged = mergeDistinct(parts);
  return merged.counts.reduce((sum, count) => sum + count, 0) === counted.count ? merged : null;
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
