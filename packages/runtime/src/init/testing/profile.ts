import type { ColumnProfile } from '../profile/column-profile.js';

/** A column that holds each value so many times; numbers unless told otherwise. */
export function profile(
  name: string,
  counts: Readonly<Record<string, number>>,
  more: Partial<ColumnProfile> = {},
): ColumnProfile {
  const values = Object.keys(counts).map(Number);
  const numeric = values.length > 0 && values.every(Number.isFinite);
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    name,
    type: numeric ? (values.every(Number.isInteger) ? 'integer' : 'number') : 'text',
    rows: rows + (more.missing ?? 0),
    missing: 0,
    marker: null,
    counts: new Map(Object.entries(counts)),
    minimum: numeric ? Math.min(...values) : null,
    maximum: numeric ? Math.max(...values) : null,
    mean: null,
    ...more,
  };
}
