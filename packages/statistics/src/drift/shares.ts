import type { CellPair } from '../statistic.js';

/** Shares of the same cells on both sides. */
export interface Shares {
  readonly nReference: number;
  readonly nCurrent: number;
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** Rows with a value on each side. */
export function cellTotals(cells: CellPair): { readonly nReference: number; readonly nCurrent: number } {
  return { nReference: total(cells.reference), nCurrent: total(cells.current) };
}

/** Turns counts into shares; both sides must hold a row. */
export function sharesOf(cells: CellPair): Shares {
  const { nReference, nCurrent } = cellTotals(cells);
  return {
    nReference,
    nCurrent,
    reference: cells.reference.map((count) => count / nReference),
    current: cells.current.map((count) => count / nCurrent),
  };
}

/** Vigil's treatment of rare cells: shares below 1e-4 count as 1e-4, nothing is renormalised. */
export function floored(shares: readonly number[]): number[] {
  return shares.map((share) => Math.max(share, 1e-4));
}

/**
 * Evidently's treatment of empty cells, for one side: 0 becomes 1e-4, or a millionth of the smallest
 * other share where that one is no larger than 1e-4 itself; nothing is renormalised.
 */
export function evidentlyFilled(shares: readonly number[]): number[] {
  const smallest = shares.reduce((least, share) => (share > 0 ? Math.min(least, share) : least), 1);
  const filler = smallest <= 1e-4 ? smallest / 1e6 : 1e-4;
  return shares.map((share) => (share === 0 ? filler : share));
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
