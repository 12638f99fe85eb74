import { isOver, isSchedule, type Monitor } from '../../generated/ast.js';
import { approximateDays } from '../duration.js';
import { columnOfRole } from '../log-columns.js';
import type { SpecData } from './spec-data.js';

/** Rows a window of a monitor has on average in the data that is here, and how long it is. */
export interface WindowVolume {
  readonly rows: number;
  /** The window holds the whole log: its span is not known, or is shorter. */
  readonly whole: boolean;
}

/** The volume of a monitor's windows; undefined where the rows of its log are not known. */
export function windowVolume(monitor: Monitor, data: SpecData): WindowVolume | undefined {
  const log = monitor.log?.ref;
  const table = data.ofDeclaration(log);
  const [schedule] = (monitor.statements ?? []).filter(isSchedule);
  if (log === undefined || table === undefined || table.rows === null || schedule === undefined)
    return undefined;
  const length = approximateDays((schedule.clauses ?? []).find(isOver)?.duration ?? schedule.every);
  const span = table.spanDays(columnOfRole(log, 'time')?.column);
  if (span === undefined || !(length < span)) return { rows: table.rows, whole: true };
  return { rows: Math.floor((table.rows * length) / span), whole: false };
}
