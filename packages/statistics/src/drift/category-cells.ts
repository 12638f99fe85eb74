import type { CellPair } from '../statistic.js';

/** Counts of one side's categories and of its missing values. */
export interface CategorySide {
  readonly counts: ReadonlyMap<string, number>;
  readonly missing: number;
}

/**
 * Cells of a categorical column: one per category seen on either side, in order of the category's
 * code units, so that the same rows give the same sum. Missing values come last, as a cell of their own
 * (where there are any), or stand beside the cells.
 */
export function categoryCells(
  reference: CategorySide,
  current: CategorySide,
  missing: 'cell' | 'excluded',
): CellPair {
  const categories = [...new Set([...reference.counts.keys(), ...current.counts.keys()])].sort(byCodeUnit);
  const ownCell = missing === 'cell' && reference.missing + current.missing > 0;
  const count = (side: CategorySide) => [
    ...categories.map((category) => side.counts.get(category) ?? 0),
    ...(ownCell ? [side.missing] : []),
  ];
  return {
    kind: 'cells',
    reference: count(reference),
    current: count(current),
    missingReference: missing === 'cell' ? 0 : reference.missing,
    missingCurrent: missing === 'cell' ? 0 : current.missing,
    names: ownCell ? [...categories, 'missing'] : categories,
  };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
