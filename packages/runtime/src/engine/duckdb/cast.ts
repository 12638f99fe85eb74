import type { ColumnType } from '../engine.js';
import { double, text } from './quote.js';
import { instant } from './time.js';

/** A value as SQL, and the test for "there is something, but it cannot be read as declared" (null: cannot happen). */
export interface Typed {
  readonly value: string;
  readonly bad: string | null;
}
/** How DuckDB holds a column in the file. */
export type StoredType =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'timestamp'
  | 'timestamptz'
  | 'date'
  | 'other';

export function storedType(type: string): StoredType {
  if (/^(VARCHAR|ENUM|UUID|JSON)/.test(type) && !type.endsWith(']')) return 'text';
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(type)) return 'integer';
  if (/^(FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/.test(type)) return 'number';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  if (/^TIMESTAMP WITH TIME ZONE$/.test(type)) return 'timestamptz';
  return /^TIMESTAMP(_S|_MS|_NS)?$/.test(type) ? 'timestamp' : 'other';
}

/**
 * Reads a raw column as the spec declares it. Numbers, booleans (0/1) and times (microseconds) become
 * DOUBLE, categories and text VARCHAR; the declared missing value becomes NULL first.
 * @param raw SQL of the raw column
 * @param missing the value that means "missing", or undefined
 * @param zone IANA zone of time stamps without offset
 * @returns null when values of the stored type can never be read as the declared one (nested, binary)
 */
export function typed(
  raw: string,
  stored: StoredType,
  type: ColumnType,
  missing: string | number | undefined,
  zone: string,
): Typed | null {
  if (stored === 'other') return null;
  switch (type) {
    case 'number':
    case 'integer':
    case 'probability':
      return number(raw, stored, type, missing);
    case 'boolean': {
      const source = withoutMissingText(raw, stored, missing);
      return checked(source, zeroOne(source, stored));
    }
    case 'timestamp': {
      const source = withoutMissingText(raw, stored, missing);
      const time = instant(source, stored, null, zone);
      return { value: `CAST(${time.value} AS DOUBLE)`, bad: time.bad };
    }
    case 'category':
    case 'text': {
      const value = asText(raw, stored);
      return {
        value: missing === undefined ? value : `NULLIF(${value}, ${text(String(missing))})`,
        bad: null,
      };
    }
  }
}

/** 0 or 1 from 0/1/true/false in any of the stored forms; NULL for anything else. */
export function zeroOne(raw: string, stored: StoredType): string {
  if (stored === 'boolean') return `CAST(${raw} AS DOUBLE)`;
  if (stored === 'number' || stored === 'integer')
    return `CASE WHEN ${raw} = 0 THEN 0.0::DOUBLE WHEN ${raw} = 1 THEN 1.0::DOUBLE END`;
  if (stored === 'text')
    return `CASE WHEN lower(trim(${raw})) IN ('true', '1', '1.0') THEN 1.0::DOUBLE WHEN lower(trim(${raw})) IN ('false', '0', '0.0') THEN 0.0::DOUBLE END`;
  return 'CAST(NULL AS DOUBLE)';
}

/** A number read back as category text: whole numbers without a point, others in shortest round-trip form. */
export function shortest(numeric: string): string {
  return `CASE WHEN ${numeric} = trunc(${numeric}) AND abs(${numeric}) < 1e15 THEN CAST(CAST(${numeric} AS BIGINT) AS VARCHAR) ELSE CAST(${numeric} AS VARCHAR) END`;
}

function number(
  raw: string,
  stored: StoredType,
  type: 'number' | 'integer' | 'probability',
  missing: string | number | undefined,
): Typed {
  const source = withoutMissingText(raw, stored, missing);
  let value: string;
  if (stored === 'text') value = `TRY_CAST(${source} AS DOUBLE)`;
  else if (stored === 'timestamp' || stored === 'timestamptz' || stored === 'date')
    value = 'CAST(NULL AS DOUBLE)';
  else value = `CAST(${source} AS DOUBLE)`;
  if (typeof missing === 'number') value = `NULLIF(${value}, ${double(missing)})`;
  else if (missing !== undefined && /^nan$/i.test(missing) && stored === 'number')
    value = `CASE WHEN isnan(${value}) THEN NULL ELSE ${value} END`;
  // Adding zero turns -0 into 0: they are one value, and must print as one whichever row comes first.
  if (stored === 'text' || stored === 'number') value = `(${value} + 0.0::DOUBLE)`;
  const unread =
    stored === 'text' || value.startsWith('CAST(NULL')
      ? `(${source}) IS NOT NULL AND ${stored === 'text' ? `TRY_CAST(${source} AS DOUBLE) IS NULL` : 'true'}`
      : null;
  // Infinity is no whole number either, but it is reported as what it is.
  const broken =
    type === 'integer' && (stored === 'text' || stored === 'number')
      ? `isfinite(${value}) AND ${value} <> trunc(${value})`
      : null;
  const tests = [unread, broken].filter((test) => test !== null).map((test) => `coalesce(${test}, false)`);
  return { value, bad: tests.length === 0 ? null : tests.join(' OR ') };
}

function checked(source: string, value: string): Typed {
  return { value, bad: `(${source}) IS NOT NULL AND (${value}) IS NULL` };
}

function withoutMissingText(raw: string, stored: StoredType, missing: string | number | undefined): string {
  return stored === 'text' && typeof missing === 'string' ? `NULLIF(${raw}, ${text(missing)})` : raw;
}

function asText(raw: string, stored: StoredType): string {
  return stored === 'number' ? shortest(raw) : `CAST(${raw} AS VARCHAR)`;
}
