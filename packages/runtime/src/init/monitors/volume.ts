import type { WindowUnit } from '../draft.js';
import type { Table } from '../profile/table.js';

/** How many rows a log has, and over which time. */
export interface Volume {
  readonly rows: number;
  /** From the first to the last row. */
  readonly days: number;
}

const DAYS: Readonly<Record<WindowUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};
const windowUnits: readonly WindowUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Rows of a window on average; all of them where the log is shorter. */
export function rowsPerWindow({ rows, days }: Volume, unit: WindowUnit): number {
  return days <= DAYS[unit] ? rows : Math.floor((rows * DAYS[unit]) / days);
}

/** Rows from which on a drift metric of ten bins is hardly moved by chance, and those that must do. */
const PLENTY = 2000;
const ENOUGH = 200;
/** Fewer windows show no course of time, and no spread to make limits of. */
const FEWEST_WINDOWS = 3;

/**
 * The shortest window with plenty of rows of which the log holds three, or else the longest of these with enough; the
 * shortest with enough where the log is too short for three; a month where nothing is enough.
 */
export function windowFor(volume: Volume): WindowUnit {
  const several = windowUnits.filter((unit) => volume.days / DAYS[unit] >= FEWEST_WINDOWS);
  const rows = (unit: WindowUnit) => rowsPerWindow(volume, unit);
  return (
    several.find((unit) => rows(unit) >= PLENTY) ??
    several.filter((unit) => rows(unit) >= ENOUGH).at(-1) ??
    windowUnits.find((unit) => rows(unit) >= ENOUGH) ??
    'month'
  );
}

/** Outcomes of the rarer kind that a window needs for its metrics to be steady. */
const STEADY = 100;

/** The shortest window, not shorter than `from`, with enough outcomes of both kinds. */
export function windowForOutcomes(volume: Volume, from: WindowUnit, prevalence: number): WindowUnit {
  const rare = Math.min(prevalence, 1 - prevalence);
  const found = windowUnits
    .slice(windowUnits.indexOf(from))
    .find((unit) => rowsPerWindow(volume, unit) * rare >= STEADY);
  return found ?? from;
}

/** The shortest window, not shorter than `from`, that satisfies; the longest of all where none does. */
export function shortestWindow(from: WindowUnit, satisfies: (unit: WindowUnit) => boolean): WindowUnit {
  return windowUnits.slice(windowUnits.indexOf(from)).find(satisfies) ?? 'year';
}

const MICROSECONDS_PER_DAY = 86_400_000_000;

/** The volume of a table by its column of times; null where it has none. */
export function volumeOf(table: Table, time: string | null): Volume | null {
  const profile = time === null ? undefined : table.columns.get(time);
  if (profile === undefined || profile.minimum === null || profile.maximum === null) return null;
  return { rows: table.rows, days: (profile.maximum - profile.minimum) / MICROSECONDS_PER_DAY };
}
