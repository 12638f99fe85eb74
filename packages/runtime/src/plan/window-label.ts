import type { Duration } from '@vigil/language';
import { DateTime, type IANAZone } from 'luxon';

/** Luxon patterns: a window of one unit is known by its start alone. */
const patterns = {
  minute: 'yyyy-MM-dd HH:mm',
  hour: 'yyyy-MM-dd HH:mm',
  day: 'yyyy-MM-dd',
  week: "kkkk-'W'WW",
  month: 'yyyy-MM',
  quarter: "yyyy-'Q'q",
  year: 'yyyy',
} as const;

/**
 * A window's name in the log's calendar: `2024-03`, `2024-Q1`, `2024-W09`; several units as
 * `2024-01 to 2024-02`; a sliding window as `30 days to 2024-03-05` (its last day).
 * Start and end in epoch milliseconds. Sub-day windows carry the offset where it is needed to tell
 * the two passings of a repeated hour apart.
 */
export function windowLabel(
  start: number,
  end: number,
  every: Duration,
  over: Duration | null,
  zone: IANAZone,
): string {
  const format = (instant: number, pattern: string) =>
    DateTime.fromMillis(instant, { zone, locale: 'en-GB' }).toFormat(pattern);
  const subDay = every.unit === 'hour' || every.unit === 'minute';
  if (over !== null) {
    const length = `${over.count} ${over.unit}${over.count === 1 ? '' : 's'}`;
    return `${length} to ${subDay ? format(end, clock(end, zone)) : format(end - 1, patterns.day)}`;
  }
  const pattern = subDay ? clock(start, zone) : patterns[every.unit];
  if (every.count === 1 || subDay) return format(start, pattern);
  return `${format(start, pattern)} to ${format(end - 1, pattern)}`;
}

function clock(instant: number, zone: IANAZone): string {
  const at = DateTime.fromMillis(instant, { zone });
  return at.getPossibleOffsets().length > 1 ? `${patterns.hour} ZZ` : patterns.hour;
}
