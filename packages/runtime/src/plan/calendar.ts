import type { Duration, DurationUnit } from '@vigil/language';
import { DateTime, type IANAZone } from 'luxon';
import { instantsOf, localOf } from './instants.js';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Lengths of the units that are the same at every date on a wall clock. */
const lengths: Partial<Record<DurationUnit, number>> = {
  minute,
  hour: 60 * minute,
  day,
  week: 7 * day,
};
const months: Partial<Record<DurationUnit, number>> = { month: 1, quarter: 3, year: 12 };
/** 1970-01-05 was a Monday: ISO weeks are counted from it. */
const firstMonday = 4 * day;

/**
 * The grid of a duration on the wall clock: `every 3 months` starts in January, April, July, October;
 * `every 1 week` on Mondays; `every 6 hours` at 0, 6, 12 and 18 o'clock; other counts are counted
 * from 1970-01-01 (weeks: 1970-01-05, months: January of year 0), so that the grid never depends on
 * the data.
 */
function lineOf(every: Duration, index: number): number {
  const step = months[every.unit];
  if (step !== undefined) {
    const month = index * step * every.count;
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
    return date.getTime();
  }
  const origin = every.unit === 'week' ? firstMonday : 0;
  return origin + index * lengths[every.unit]! * every.count;
}

function indexOf(every: Duration, local: number): number {
  const step = months[every.unit];
  if (step !== undefined) {
    const date = new Date(local);
    return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / (step * every.count));
  }
  const origin = every.unit === 'week' ? firstMonday : 0;
  return Math.floor((local - origin) / (lengths[every.unit]! * every.count));
}

/**
 * The grid's instants from the last one at or before `first` to the first one after `last` (ms UTC).
 * Where the clock is set back over a line, windows of whole days or more take its first passing;
 * windows of hours and minutes take both, so that the repeated hour is a window of its own.
 */
export function boundaries(every: Duration, zone: IANAZone, first: number, last: number): readonly number[] {
  const bothPassings = every.unit === 'hour' || every.unit === 'minute';
  const instants = new Set<number>();
  // One line more on either side: a line's instant can lie on the other side of a switch.
  const end = indexOf(every, localOf(last, zone)) + 2;
  for (let index = indexOf(every, localOf(first, zone)) - 1; index <= end; index++) {
    const passings = instantsOf(lineOf(every, index), zone);
    for (const instant of bothPassings ? passings : passings.slice(0, 1)) instants.add(instant);
  }
  const sorted = [...instants].sort((a, b) => a - b);
  const from = sorted.findIndex((instant) => instant > first) - 1;
  const to = sorted.findIndex((instant) => instant > last);
  return sorted.slice(from, to + 1);
}

/** About how many windows the grid would give, before any is made. */
export function windowEstimate(every: Duration, first: number, last: number): number {
  const length = (lengths[every.unit] ?? 28 * day * (months[every.unit] ?? 1)) * every.count;
  return Math.ceil((last - first) / length) + 1;
}

/**
 * `instant` moved by a duration on the zone's calendar (ms UTC): days and longer keep the wall-clock
 * time, and a month back from the 31st is the last day of a shorter month; hours and minutes are time
 * that has passed.
 */
export function shift(instant: number, by: Duration, direction: 1 | -1, zone: IANAZone): number {
  const moved = DateTime.fromMillis(instant, { zone }).plus({ [`${by.unit}s`]: direction * by.count });
  return moved.toMillis();
}
