import type * as ast from '../../generated/ast.js';
import type { Duration, DurationUnit } from '../protocol.js';

const singular: { readonly [Unit in ast.DurationUnit]: DurationUnit } = {
  minute: 'minute',
  minutes: 'minute',
  hour: 'hour',
  hours: 'hour',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  year: 'year',
  years: 'year',
};

/** Units stay as written (12 months are not 1 year), only their plural is dropped. */
export function compileDuration(duration: ast.Duration): Duration {
  return { count: duration.count, unit: compileUnit(duration.unit) };
}

export function compileUnit(unit: ast.DurationUnit): DurationUnit {
  return singular[unit];
}
