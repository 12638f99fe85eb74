import {
  type Chart,
  type Check,
  type Cross,
  isChart,
  isCheck,
  isGroupBy,
  isSchedule,
  type MetricTerm,
  type Monitor,
  type ScheduleClause,
} from '../generated/ast.js';

/** The clauses of all `every …` lines of a monitor; there should be one such line. */
export function scheduleClauses(monitor: Monitor): ScheduleClause[] {
  return (monitor.statements ?? []).filter(isSchedule).flatMap(({ clauses }) => clauses ?? []);
}

export function checksOf(monitor: Monitor): Check[] {
  return (monitor.statements ?? []).filter(isCheck);
}

export function chartsOf(monitor: Monitor): Chart[] {
  return (monitor.statements ?? []).filter(isChart);
}

/** Metric terms of a monitor's checks and charts, as far as they could be read. */
export function termsOf(monitor: Monitor): MetricTerm[] {
  const terms: (MetricTerm | undefined)[] = [...checksOf(monitor), ...chartsOf(monitor)].map(
    ({ metric }) => metric,
  );
  return terms.filter((term) => term !== undefined);
}

/** All crosses after `by`, of the monitor and of its checks and charts. */
export function crossesOf(monitor: Monitor): Cross[] {
  const own = scheduleClauses(monitor)
    .filter(isGroupBy)
    .flatMap(({ crosses }) => crosses ?? []);
  return [...own, ...termsOf(monitor).flatMap(({ by }) => by ?? [])];
}
