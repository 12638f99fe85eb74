import type { DataColumn } from '../../data-files/column.js';

/** What a column is used as. */
export interface Wanted {
  readonly as: 'numbers' | 'times' | 'yes or no' | 'anything';
  /** A text stands for missing values, so that texts say nothing about the type. */
  readonly textMeansMissing?: boolean;
  /** Times are read by a format of their own. */
  readonly timeFormat?: boolean;
}

/** What a column of each type holds. */
export const columnNouns: Readonly<Record<DataColumn['type'], string>> = {
  number: 'numbers',
  integer: 'whole numbers',
  boolean: 'true and false',
  text: 'text',
  timestamp: 'times',
  unknown: 'nothing',
};

/**
 * Why a column of a file cannot be read as what it is used as; undefined where it can, or where nobody can tell.
 * Texts in a Parquet file may hold numbers; a text guessed from values shows that some of them are none.
 */
export function unsuitable(
  type: DataColumn['type'],
  { as, textMeansMissing = false, timeFormat = false }: Wanted,
  declared: boolean,
): { readonly found: string; readonly expected: string } | undefined {
  if (type === 'unknown' || as === 'anything') return undefined;
  const textIsWrong = !textMeansMissing && !declared;
  const wrong = {
    numbers:
      type === 'timestamp' || (type === 'boolean' && !declared) || (type === 'text' && !textMeansMissing),
    times: !timeFormat && type !== 'timestamp' && (type !== 'text' || textIsWrong),
    'yes or no': type === 'timestamp' || (type === 'text' && textIsWrong),
  }[as];
  return wrong ? { found: columnNouns[type], expected: as } : undefined;
}
