import type { Report } from '../diagnostics/reporter.js';
import type { Duration } from '../generated/ast.js';

/** Mean length in days of the Gregorian calendar: good enough to compare spans, never to compute windows. */
const days: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
  year: 365.2425,
};

/** A duration in days, roughly; NaN for a half-typed one. */
export function approximateDays(duration: Duration | undefined): number {
  return (duration?.count ?? Number.NaN) * unitDays(duration?.unit);
}

/** One minute, day, … in days, roughly; NaN for none. */
export function unitDays(unit: string | undefined): number {
  return days[unit?.replace(/s$/, '') ?? ''] ?? Number.NaN;
}

/** "30 days", as written. */
export function durationText(duration: Duration | undefined): string {
  return `${duration?.count ?? ''} ${duration?.unit ?? ''}`.trim();
}

/** Spans and steps are positive whole numbers of their unit: calendars know no half month. */
export function checkDuration(duration: Duration | undefined, report: Report): void {
  const count = duration?.count;
  if (duration === undefined || count === undefined) return;
  if (count > 0 && Number.isInteger(count)) return;
  const wanted = 'a whole number above 0';
  report('notPositive', { what: 'a duration', wanted, value: count }, { node: duration });
}
