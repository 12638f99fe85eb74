import { chanceDrift, metricNamed } from '@vigil/statistics';
import { type Check, isConfidence, isGroupBy, isSchedule, type Monitor } from '../../generated/ast.js';
import { falseAlarmRate } from '../alarm-budget.check.js';
import { approximateDays, unitDays } from '../duration.js';
import { checksOf, scheduleClauses } from '../monitor-parts.js';
import { type DriftCheck, driftChecks, upperLimit } from './drift-checks.js';
import type { SpecData } from './spec-data.js';
import { windowVolume } from './window-volume.js';

/** Alarms a year that a check raises though nothing has changed. */
export interface FalseAlarms {
  readonly check: Check;
  readonly perYear: number;
}

/**
 * The false alarms of a monitor's checks of drift, by chance alone: exact for limits on p, and by first-order theory,
 * which never exaggerates, for limits on values at the volume of the data.
 *
 * @param data undefined where data cannot be looked at; then limits on p are judged only
 * @returns undefined where there is no check of drift, or where nothing can be said about one of them
 */
export function expectedFalseAlarms(monitor: Monitor, data: SpecData | undefined): FalseAlarms[] | undefined {
  const [schedule] = (monitor.statements ?? []).filter(isSchedule);
  const windows = unitDays('year') / approximateDays(schedule?.every);
  const clauses = scheduleClauses(monitor);
  // Groups are tests of their own, with rows that nobody has counted.
  if (!(windows > 0) || !Number.isFinite(windows) || clauses.some(isGroupBy)) return undefined;
  const checks = checksOf(monitor).filter(
    ({ metric }) => metricNamed(metric?.metric ?? '')?.family === 'drift',
  );
  const known = data === undefined || !hasVolume(monitor, data) ? [] : driftChecks(monitor, data);
  const hasConfidence = clauses.some(isConfidence);
  const alarms = checks.map((check) => {
    const rate = rateOf(check, monitor, known, hasConfidence);
    return rate === undefined ? undefined : { check, perYear: rate * windows };
  });
  const complete = alarms.filter((each) => each !== undefined);
  return complete.length === 0 || complete.length < alarms.length ? undefined : complete;
}

/** How many rows a window has is known where the log is longer than a window. */
function hasVolume(monitor: Monitor, data: SpecData): boolean {
  return windowVolume(monitor, data)?.whole === false;
}

function rateOf(
  check: Check,
  monitor: Monitor,
  known: readonly DriftCheck[],
  hasConfidence: boolean,
): number | undefined {
  const limits = check.limits ?? [];
  if (limits.length === 0 || (check.metric?.by ?? []).length > 0) return undefined;
  if (limits.every(({ pValue }) => pValue)) return falseAlarmRate(check, monitor);
  const drift = known.find((each) => each.check === check);
  const values = limits.map(upperLimit).filter((value) => value !== undefined);
  if (drift === undefined || values.length < limits.length) return undefined;
  // An interval beyond the limit is rarer than a value beyond it.
  if (hasConfidence && drift.metric.givesInterval) return undefined;
  return sumOfChances(drift, Math.min(...values));
}

/** Of each column, because each may raise the alarm. */
function sumOfChances({ metric, asked, rows, columns }: DriftCheck, limit: number): number | undefined {
  let sum = 0;
  for (const { cells } of columns) {
    const chance = cells === undefined ? null : chanceDrift(metric.name, asked, { ...rows, cells }, limit);
    if (chance === null) return undefined;
    sum += chance.exceedance;
  }
  return columns.length === 0 ? undefined : sum;
}
