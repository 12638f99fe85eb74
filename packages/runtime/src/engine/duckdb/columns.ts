import type { QueryResult } from './messages.js';

/** The column as numbers (NULL is NaN). @throws TypeError when the query gave another type. */
export function numbers(result: QueryResult, column: number): Float64Array {
  const found = result.columns[column];
  if (found?.type !== 'numbers') throw new TypeError(`Result column ${column} holds no numbers.`);
  return found.values;
}
/** The column as text. @throws TypeError when the query gave another type. */
export function texts(result: QueryResult, column: number): readonly (string | null)[] {
  const found = result.columns[column];
  if (found?.type !== 'texts') throw new TypeError(`Result column ${column} holds no text.`);
  return found.values;
}
/** The column as exact integers. @throws TypeError when the query gave another type. */
export function integers(result: QueryResult, column: number): readonly (bigint | null)[] {
  const found = result.columns[column];
  if (found?.type !== 'integers') throw new TypeError(`Result column ${column} holds no exact integers.`);
  return found.values;
}
/** The column as lists of numbers. @throws TypeError when the query gave another type. */
export function lists(result: QueryResult, column: number): readonly (readonly number[] | null)[] {
  const found = result.columns[column];
  if (found?.type !== 'lists') throw new TypeError(`Result column ${column} holds no lists.`);
  return found.values;
}
