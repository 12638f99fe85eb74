import type { StoredType, Typed } from './cast.js';
import { text } from './quote.js';

/** ISO 8601 dates and times with optional fraction and offset; anything else must be declared. */
const ISO = String.raw`^(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?) ?(Z|z|[+-]\d\d(?::?\d\d)?)?$`;

/**
 * An instant as BIGINT microseconds since 1970 UTC. Text without an offset is read in `zone`; a wall-clock
 * time that daylight saving skips is moved forward, one that occurs twice is the later one (ICU's rule).
 * @param format strptime format, or null for ISO 8601
 */
export function instant(raw: string, stored: StoredType, format: string | null, zone: string): Typed {
  switch (stored) {
    case 'timestamptz':
      return { value: `epoch_us(${raw})`, bad: null };
    case 'timestamp':
    case 'date':
      return { value: local(`CAST(${raw} AS TIMESTAMP)`, zone), bad: null };
    case 'text': {
      const value = format === null ? iso(raw, zone) : formatted(raw, format, zone);
      return { value, bad: `(${raw}) IS NOT NULL AND (${value}) IS NULL` };
    }
    default: {
      // Digits such as 20240131 in an integer column are read only by a declared format.
      if (stored === 'integer' && format !== null)
        return instant(`CAST(${raw} AS VARCHAR)`, 'text', format, zone);
      return { value: 'CAST(NULL AS BIGINT)', bad: `(${raw}) IS NOT NULL` };
    }
  }
}

function local(timestamp: string, zone: string): string {
  return /^(UTC|Etc\/UTC)$/i.test(zone)
    ? `epoch_us(${timestamp})`
    : `epoch_us(timezone(${text(zone)}, ${timestamp}))`;
}

function iso(raw: string, zone: string): string {
  const wall = `TRY_CAST(regexp_extract(${raw}, ${text(ISO)}, 1) AS TIMESTAMP)`;
  const offset = `regexp_extract(${raw}, ${text(ISO)}, 2)`;
  const digits = `regexp_replace(${offset}, '[^0-9]', '', 'g')`;
  const minutes = `(TRY_CAST(${digits}[1:2] AS BIGINT) * 60 + coalesce(TRY_CAST(${digits}[3:4] AS BIGINT), 0))`;
  const signed = `CASE WHEN ${offset}[1] = '-' THEN -${minutes} ELSE ${minutes} END`;
  return `CASE WHEN ${offset} = '' THEN ${local(wall, zone)} WHEN lower(${offset}) = 'z' THEN epoch_us(${wall}) ELSE epoch_us(${wall}) - (${signed}) * 60000000 END`;
}

function formatted(raw: string, format: string, zone: string): string {
  const parsed = `try_strptime(${raw}, ${text(format)})`;
  return /%[zZ]/.test(format) ? `epoch_us(${parsed})` : local(parsed, zone);
}
