import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import type { Report } from '../diagnostics/reporter.js';
import { type Check, isAlarmBudget, isSchedule, type Monitor } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { approximateDays, unitDays } from './duration.js';
import { featuresOf } from './log-columns.js';
import { fits } from './metric-columns.js';
import { checksOf } from './monitor-parts.js';

/**
 * The false alarms that limits on p cause by construction (windows × p, once for each test, or once for a family that
 * is adjusted) must fit the budget. Checks that limit a value add theirs; how many, depends on the data.
 */
export function checkAlarmBudget(monitor: Monitor, report: Report): void {
  const statements = monitor.statements ?? [];
  const [budget] = statements.filter(isAlarmBudget);
  const [schedule] = statements.filter(isSchedule);
  const windows = unitDays('year') / approximateDays(schedule?.every);
  if (budget === undefined || !Number.isFinite(windows) || windows <= 0) return;
  const period = unitDays(budget.unit);
  const allowed = (budget.count * unitDays('year')) / period;
  const caused = checksOf(monitor).reduce((sum, check) => sum + windows * falseAlarmRate(check, monitor), 0);
  if (!(caused > allowed)) return;
  report(
    'budgetExceeded',
    { caused: rounded(caused), allowed: rounded(allowed), monitor: monitor.name ?? '' },
    { node: budget },
  );
}

/** The chance that a check raises a false alarm in one window: the largest p it is limited at, once for each test. */
export function falseAlarmRate(check: Check, monitor: Monitor): number {
  const metric = metricNamed(check.metric?.metric ?? '');
  if (metric === undefined || !metric.givesPValue) return 0;
  const limits = (check.limits ?? []).filter(({ pValue }) => pValue);
  const p = limits
    .map(({ comparison }) => quantityValue(comparison?.value))
    .filter((value) => value > 0 && value < 1)
    .reduce((largest, value) => Math.max(largest, value), 0);
  return p * (check.adjust === undefined ? columnCount(check, metric, monitor) : 1);
}

function columnCount(check: Check, metric: MetricDescriptor, monitor: Monitor): number {
  const { target } = check.metric;
  if (target?.all === undefined) return Math.max(1, (target?.columns ?? []).length);
  const direction = target.all === 'outputs' ? 'output' : 'input';
  return featuresOf(monitor.log?.ref?.model?.ref).filter(
    (feature) => feature.direction === direction && fits(metric.appliesTo, feature.type),
  ).length;
}

function rounded(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
