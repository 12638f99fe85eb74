/** The field of the union LogicalType that is set and, for time stamps, the field of the union TimeUnit in it. */
export interface LogicalType {
  readonly id: number;
  readonly timeUnit: number | null;
}

const DAY = 86_400_000;
const INT32 = 1;
const INT64 = 2;
/** parquet.thrift, union TimeUnit: MILLIS, MICROS, NANOS. */
const timeUnits: ReadonlyMap<number | null, number> = new Map([
  [1, 1],
  [2, 1e-3],
  [3, 1e-6],
]);

/**
 * The milliseconds that 1 stands for in a column of dates or time stamps (parquet-format, LogicalTypes.md); null for
 * all other columns, and for INT96, whose order the format does not define.
 */
export function millisecondsOf(
  physical: number | null,
  converted: number | null,
  logical: LogicalType | null,
): number | null {
  if (physical === INT32) return logical?.id === 6 || converted === 6 ? DAY : null;
  if (physical !== INT64) return null;
  if (logical?.id === 8) return timeUnits.get(logical.timeUnit) ?? null;
  if (converted === 9) return 1;
  return converted === 10 ? 1e-3 : null;
}
