import type { DataColumnType } from '@vigil/language';

/** Texts that nobody uses for a value. `None` and `unknown` are not among them: they are answers in many forms. */
const TEXTS = ['?', 'NA', 'N/A', 'n/a', '#N/A', 'NULL', 'null', 'NaN', 'nan', '.', '-', '--'];
/** Numbers used for "missing", below and above what they replace. */
const BELOW = [-1, -9, -99, -999, -9999, -99999];
const ABOVE = [99, 999, 9999, 99999, 999999];
/** A single stray value is no convention. */
const FEWEST_ROWS = 11;

/** The text that marks missing values, alone or among others; null where none of the usual ones occurs, or several do. */
export function textMarker(counts: ReadonlyMap<string, number>): string | null {
  const found = TEXTS.filter((text) => counts.has(text));
  return found.length === 1 ? found[0]! : null;
}

/**
 * The number that marks missing values: one of the usual ones, in 11 rows at least, and far from all others. A -1
 * counts where nothing else is negative; the others count where the gap to the next value is wider than all the rest.
 */
export function numberMarker(counts: ReadonlyMap<string, number>): number | null {
  const values = [...counts.keys()].map(Number).sort((a, b) => a - b);
  if (values.length < 3 || !values.every(Number.isFinite)) return null;
  const [lowest, second] = [values[0]!, values[1]!];
  const [next, highest] = [values.at(-2)!, values.at(-1)!];
  const often = (value: number) => (counts.get(String(value)) ?? 0) >= FEWEST_ROWS;
  if (BELOW.includes(lowest) && often(lowest) && second >= 0)
    return lowest === -1 || second - lowest > highest - second ? lowest : null;
  if (ABOVE.includes(highest) && often(highest) && lowest >= 0 && highest - next > next - lowest)
    return highest;
  return null;
}

/**
 * The type of a column of text once its marker is taken out; null where other text is left, or numbers with leading
 * zeros, which are codes.
 */
export function typeBehindMarker(
  counts: ReadonlyMap<string, number>,
  marker: string,
): Extract<DataColumnType, 'integer' | 'number'> | null {
  const values = [...counts.keys()].filter((value) => value !== marker);
  if (values.every((value) => /^-?(0|[1-9]\d{0,14})$/.test(value))) return 'integer';
  return values.every((value) => /^-?(0|[1-9]\d*)?(\.\d+)?(e[-+]?\d+)?$/i.test(value) && value !== '')
    ? 'number'
    : null;
}
