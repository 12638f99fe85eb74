import type { Duration, DurationUnit } from '../../protocol/protocol.js';

/** Whether the second of two values is stricter than the first; `unknown` where they cannot be compared. */
export type Direction = 'stricter' | 'weaker' | 'same' | 'unknown';
export type Order<T> = (before: T, after: T) => Direction;

export function opposite<T>(order: Order<T>): Order<T> {
  return (before, after) => order(after, before);
}

/** Numbers of which the larger is stricter. */
export const largerIsStricter: Order<number> = (before, after) =>
  after > before ? 'stricter' : after < before ? 'weaker' : 'same';
export const smallerIsStricter = opposite(largerIsStricter);

/** Durations of which the longer is stricter. */
export const longerIsStricter: Order<Duration> = (before, after) => {
  const [a, b] = [minutes(before), minutes(after)];
  if (before.unit === after.unit) return largerIsStricter(before.count, after.count);
  // Months and years have no fixed length: 30 days may be more or less than a month.
  if (a.least === b.least && a.most === b.most) return 'same';
  if (b.least >= a.most) return 'stricter';
  return b.most <= a.least ? 'weaker' : 'unknown';
};
export const shorterIsStricter = opposite(longerIsStricter);

/** Words from the weakest to the strictest; others cannot be compared. */
export function wordOrder(...weakestFirst: readonly string[]): Order<string> {
  return (before, after) => {
    const [a, b] = [weakestFirst.indexOf(before), weakestFirst.indexOf(after)];
    return a < 0 || b < 0 ? 'unknown' : largerIsStricter(a, b);
  };
}

/** Sets of which the larger is stricter; `same` whatever the order of the members. */
export const moreIsStricter: Order<readonly string[]> = (before, after) => {
  const gained = after.some((item) => !before.includes(item));
  const lost = before.some((item) => !after.includes(item));
  if (gained && lost) return 'unknown';
  return gained ? 'stricter' : lost ? 'weaker' : 'same';
};

const DAY = 24 * 60;
const lengths: { readonly [Unit in DurationUnit]: readonly [least: number, most: number] } = {
  minute: [1, 1],
  hour: [60, 60],
  day: [DAY, DAY],
  week: [7 * DAY, 7 * DAY],
  month: [28 * DAY, 31 * DAY],
  quarter: [90 * DAY, 92 * DAY],
  year: [365 * DAY, 366 * DAY],
};
/** Units that are a whole number of months. */
const months: { readonly [unit: string]: number } = { month: 1, quarter: 3, year: 12 };

function minutes({ count, unit }: Duration): { readonly least: number; readonly most: number } {
  const inMonths = months[unit];
  // Counted in years and a rest of months, so that 12 months are as long as 1 year.
  const whole = inMonths === undefined ? null : inMonths * count;
  if (whole !== null && Number.isInteger(whole)) return calendarMinutes(whole);
  const [least, most] = lengths[unit];
  return { least: least * count, most: most * count };
}

function calendarMinutes(count: number): { readonly least: number; readonly most: number } {
  const [years, rest] = [Math.floor(count / 12), count % 12];
  return {
    least: years * lengths.year[0] + rest * lengths.month[0],
    most: years * lengths.year[1] + rest * lengths.month[1],
  };
}
