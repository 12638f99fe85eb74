import type { Span } from '../engine.js';
import { integer } from './quote.js';

/**
 * Spans may overlap (sliding windows) and may leave gaps. Rows are counted once, per pane: the stretches
 * between neighbouring ends of spans. A span is then the sum of the panes it covers.
 */
export interface Panes {
  /** Number of panes; 1 when there are no spans (all rows). */
  readonly count: number;
  /** For each span the first pane it covers and the one after its last. */
  readonly covered: readonly { readonly from: number; readonly to: number }[];
  /** Ascending ends of the panes; empty when there are no spans. */
  readonly boundaries: readonly number[];
}

export function panes(spans: readonly Span[] | null): Panes {
  if (spans === null) return { count: 1, covered: [{ from: 0, to: 1 }], boundaries: [] };
  const boundaries = [...new Set(spans.flatMap(({ start, end }) => (start < end ? [start, end] : [])))].sort(
    (a, b) => a - b,
  );
  const place = new Map(boundaries.map((boundary, index) => [boundary, index]));
  const covered = spans.map(({ start, end }) =>
    start < end ? { from: place.get(start)!, to: place.get(end)! } : { from: 0, to: 0 },
  );
  return { count: Math.max(boundaries.length - 1, 0), covered, boundaries };
}

/** SQL for the number of a row's pane; the row must lie between the first and the last boundary. */
export function paneIndex({ boundaries }: Panes, time: string): string {
  return binarySearch(time, boundaries.slice(1, -1).map(integer));
}

/** SQL for the number of cuts that are <= the value, as a balanced tree of comparisons. */
export function binarySearch(
  value: string,
  cuts: readonly string[],
  leaf: (cutsBelow: number) => string = String,
): string {
  const search = (from: number, to: number): string => {
    if (from === to) return leaf(from);
    const middle = (from + to) >> 1;
    return `CASE WHEN ${value} < ${cuts[middle]} THEN ${search(from, middle)} ELSE ${search(middle + 1, to)} END`;
  };
  return search(0, cuts.length);
}
