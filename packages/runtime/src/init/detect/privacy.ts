import { isUsableName } from '../../engine/duckdb/quote.js';
import type { ColumnProfile } from '../profile/column-profile.js';
import { isPrivate } from './private-columns.js';

/** A value that fewer rows carry may tell of a person: it is not written down. */
export const fewestRows = 11;
/** A list of more values is no vocabulary that people chose. */
const MOST_VALUES = 20;
/** Longer ones are sentences. */
const LONGEST_VALUE = 60;

/** The values of a column that a spec may name, the most frequent first; null where none may be. */
export function namedValues({ name, counts, type }: ColumnProfile): readonly string[] | null {
  if (counts === null || type === 'timestamp' || isPrivate(name)) return null;
  if (counts.size > MOST_VALUES) return null;
  const named = [...counts]
    .filter(([value, rows]) => rows >= fewestRows && value.length <= LONGEST_VALUE && isUsableName(value))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([value]) => value);
  return named.length === 0 ? null : named;
}
