import { double } from './quote.js';
import type { TableColumn } from './table.js';

/**
 * Sums that do not depend on the order of rows. Each value is multiplied by a power of two (exact), rounded
 * to a 62-bit integer and summed in 128 bits. Values within a factor of 2^9 of the column's largest
 * magnitude M are held exactly; below that the rounding is at most M·2^-63 (1e-19 of the range) a value.
 */
const BITS = 62;

/** Exponent e such that |x|·2^e < 2^bits for every value of the column. */
function exponent(column: TableColumn, bits: number): number {
  const largest = Math.max(Math.abs(column.minimum ?? 0), Math.abs(column.maximum ?? 0));
  if (largest === 0) return 0;
  const magnitude = Math.floor(Math.log2(largest)) + 1;
  // log2 may round up to the next integer or down from it: one bit of room settles it.
  return Math.max(-1000, Math.min(1000, bits - 1 - magnitude));
}

export function sumSql(column: TableColumn): string {
  return `sum(CAST(${column.sql} * ${double(2 ** exponent(column, BITS))} AS BIGINT))`;
}
export function sumOf(column: TableColumn, sum: bigint): number {
  return Number(sum) * 2 ** -exponent(column, BITS);
}

/** Squares: half the bits go to each factor, so that the product has one rounding only. */
export function squaresSql(column: TableColumn): string {
  const factor = `(${column.sql} * ${double(2 ** exponent(column, BITS / 2))})`;
  return `sum(CAST(${factor} * ${factor} AS BIGINT))`;
}
export function squaresOf(column: TableColumn, sum: bigint): number {
  const scale = 2 ** -exponent(column, BITS / 2);
  return Number(sum) * scale * scale;
}
