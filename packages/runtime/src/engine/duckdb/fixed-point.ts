import { double } from './quote.js';
import type { TableColumn } from './table.js';

/**
 * Sums that do not depend on the order of rows. Each value is multiplied by a power of two (exact), rounded
 * to a 62-bit integer and summed in 128 bits. Values within a factor of 2^9 of the column's largest
 * magnitude M are held exactly; below that the rounding is at most M·2^-63 (1e-19 of the range) a value.
 */
const BITS = 62;

/** Exponent e such that |x|·2^e < 2^bits for every |x| <= largest. */
function exponent(largest: number, bits: number): number {
  if (largest === 0) return 0;
  // log2 may be one off next to a power of two: one bit of room settles it.
  const magnitude = Math.floor(Math.log2(largest)) + 1;
  return Math.max(-1000, Math.min(1000, bits - 1 - magnitude));
}

function largest(column: TableColumn): number {
  return Math.max(Math.abs(column.minimum ?? 0), Math.abs(column.maximum ?? 0));
}

const scaled = (value: string, power: number) => `sum(CAST(${value} * ${double(2 ** power)} AS BIGINT))`;

export function sumSql(column: TableColumn): string {
  return scaled(column.sql, exponent(largest(column), BITS));
}
export function sumOf(column: TableColumn, sum: bigint): number {
  return Number(sum) * 2 ** -exponent(largest(column), BITS);
}

/** Squares: half the bits go to each factor, so that the product has one rounding only. */
export function squaresSql(column: TableColumn): string {
  const factor = `(${column.sql} * ${double(2 ** exponent(largest(column), BITS / 2))})`;
  return `sum(CAST(${factor} * ${factor} AS BIGINT))`;
}
export function squaresOf(column: TableColumn, sum: bigint): number {
  const scale = 2 ** -exponent(largest(column), BITS / 2);
  return Number(sum) * scale * scale;
}

/**
 * A sum in two parts, so that a few far outliers do not cost the bulk between `low` and `high` its digits:
 * the value clamped to the bulk at the bulk's scale, and what it exceeds it by at the column's.
 */
export interface SplitSum {
  readonly bulk: string;
  /** Null where the column hardly reaches beyond the bulk; then `bulk` is the whole sum. */
  readonly excess: string | null;
  /** The sum in the column's unit. */
  readonly whole: (bulk: number, excess: number) => number;
}

/** Reach beyond the bulk (as a factor) from which the sum is split. */
const FAR = 64;

export function splitSum(column: TableColumn, low: number, high: number): SplitSum {
  const all = exponent(largest(column), BITS);
  const bulkLargest = Math.max(Math.abs(low), Math.abs(high));
  if (largest(column) <= FAR * bulkLargest || bulkLargest === 0)
    return { bulk: scaled(column.sql, all), excess: null, whole: (bulk) => bulk * 2 ** -all };
  const power = exponent(bulkLargest, BITS);
  const clamped = `greatest(least(${column.sql}, ${double(high)}), ${double(low)})`;
  return {
    bulk: scaled(clamped, power),
    excess: scaled(`(${column.sql} - ${clamped})`, all - 1),
    whole: (bulk, excess) => bulk * 2 ** -power + excess * 2 ** (1 - all),
  };
}
