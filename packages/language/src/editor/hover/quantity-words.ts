import { approximateDays } from '../../checks/duration.js';
import type { Duration } from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';

const DAYS_OF_CALENDAR = /^(month|quarter|year)s?$/;

/** A share written with a percent sign, as the number it is: "5% = 0.05". */
export function shareWords(text: string): string {
  return `${text} = ${quantityValue(text)}`;
}

/** A duration in a unit that can be compared: "4 hours = 240 minutes", "1 month ≈ 30.4 days, by the calendar". */
export function durationMeaning(duration: Duration): string | undefined {
  const days = approximateDays(duration);
  if (!Number.isFinite(days)) return undefined;
  const written = `${duration.count} ${duration.unit}`;
  if (DAYS_OF_CALENDAR.test(duration.unit ?? ''))
    return `${written} ≈ ${Number(days.toFixed(1))} days; months, quarters and years follow the calendar of the log’s time zone`;
  return days < 1
    ? `${written} = ${Number((days * 1440).toFixed(6))} minutes`
    : `${written} = ${Number(days.toFixed(6))} days`;
}
