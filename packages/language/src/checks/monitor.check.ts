import { metricNamed } from '@vigil/statistics';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Chart,
  type Check,
  type Confidence,
  type CusumChart,
  isAgainst,
  isAlarmBudget,
  isConfidence,
  isGroupBy,
  isLabelMaturity,
  isOver,
  isReaction,
  isSchedule,
  type Monitor,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { adjustments, chartRules } from '../schema/index.js';
import type { CheckContext } from './check-context.js';
import { approximateDays, checkDuration, durationText } from './duration.js';
import { namePlace } from './facts.check.js';
import { checkCrossesOnce } from './groups.check.js';
import { checkLimits } from './limit.check.js';
import { limitDomain } from './limit-domain.js';
import { columnOfRole } from './log-columns.js';
import { checkStatementOnce } from './members.js';
import { checkMetricTerm, type MetricPlace } from './metric-term.check.js';
import { chartsOf, checksOf, scheduleClauses } from './monitor-parts.js';
import { percentHint, percentMeant } from './percent-hint.js';

const adjustmentWords = Object.keys(adjustments);
const ruleWords = Object.keys(chartRules);

/** A monitor: when it measures, what, and what follows. */
export function checkMonitor(monitor: Monitor, report: Report, context: CheckContext): void {
  checkSchedule(monitor, report);
  const place = placeOf(monitor);
  for (const check of checksOf(monitor)) checkCheck(check, place, report, context);
  for (const chart of chartsOf(monitor)) checkChart(chart, place, report, context);
  checkReactions(monitor, report);
  if (checksOf(monitor).length + chartsOf(monitor).length === 0) {
    report('emptyMonitor', { monitor: monitor.name ?? '' }, namePlace(monitor));
  }
}

function placeOf(monitor: Monitor): MetricPlace {
  const clauses = scheduleClauses(monitor);
  const log = monitor.log?.ref;
  return {
    monitor,
    log,
    model: log?.model?.ref,
    hasReference: clauses.some(isAgainst),
    hasGroups: clauses.some(isGroupBy),
  };
}

function checkSchedule(monitor: Monitor, report: Report): void {
  const owner = `monitor '${monitor.name ?? ''}'`;
  const statements = monitor.statements ?? [];
  const schedules = statements.filter(isSchedule);
  checkStatementOnce('every', owner, schedules, report);
  checkStatementOnce('alarm budget', owner, statements.filter(isAlarmBudget), report);
  const [schedule] = schedules;
  if (schedule === undefined) {
    const purpose = 'how often it measures, e.g. `every 1 month`';
    report('missingStatement', { owner, statement: 'every …', purpose }, namePlace(monitor));
    return;
  }
  const clauses = schedule.clauses ?? [];
  const kinds = {
    against: isAgainst,
    over: isOver,
    'after labels mature': isLabelMaturity,
    confidence: isConfidence,
    by: isGroupBy,
  };
  for (const [word, guard] of Object.entries(kinds))
    checkStatementOnce(word, owner, clauses.filter(guard), report);
  checkDuration(schedule.every, report);
  for (const confidence of clauses.filter(isConfidence)) checkConfidence(confidence, report);
  for (const { crosses } of clauses.filter(isGroupBy)) checkCrossesOnce(crosses ?? [], report);
  for (const over of clauses.filter(isOver)) {
    checkDuration(over.duration, report);
    const [span, step] = [approximateDays(over.duration), approximateDays(schedule.every)];
    if (span > 0 && span < step) {
      report(
        'windowGap',
        { over: durationText(over.duration), every: durationText(schedule.every) },
        { node: over },
      );
    }
  }
  for (const maturity of clauses.filter(isLabelMaturity)) {
    checkDuration(maturity.duration, report);
    const log = monitor.log?.ref;
    if (log !== undefined && columnOfRole(log, 'label') === undefined) {
      report('missingLabel', { subject: '`after labels mature`', log: log.name ?? '' }, { node: maturity });
    }
  }
  for (const budget of statements.filter(isAlarmBudget)) {
    if (budget.count > 0 && Number.isFinite(budget.count)) continue;
    report(
      'notPositive',
      { what: 'an alarm budget', wanted: 'above 0', value: budget.count ?? '' },
      { node: budget },
    );
  }
}

function checkConfidence(node: Confidence, report: Report): void {
  const { level } = node;
  const value = quantityValue(level);
  if (Number.isNaN(value) || (value > 0.5 && value < 1)) return;
  const replacement = percentMeant(level);
  report(
    'confidenceOutOfRange',
    { value: level, hint: percentHint(level) },
    { node, property: 'level' },
    { replacement },
  );
}

function checkCheck(check: Check, place: MetricPlace, report: Report, context: CheckContext): void {
  if (check.metric === undefined) return;
  checkAdjustment(check, report);
  // A label or prediction that is missing makes every limit moot, but the limits themselves can still be judged.
  const metric = checkMetricTerm(check.metric, place, report, context);
  if (metric === undefined) return;
  const limits = check.limits ?? [];
  const domain = limitDomain(metric, check.metric.aggregate);
  if (limits.length === 0) report('noLimit', { metric: domain.name }, { node: check, property: 'metric' });
  checkLimits(limits, domain, report);
}

function checkAdjustment(check: Check, report: Report): void {
  const { adjust } = check;
  if (adjust === undefined) return;
  if (!adjustmentWords.includes(adjust)) {
    const near = nearest(adjust, adjustmentWords);
    report(
      'unknownWord',
      { word: adjust, field: 'adjust', hint: hint(near), allowed: adjustmentWords.join(', ') },
      { node: check, property: 'adjust' },
      { replacement: near },
    );
  } else if (!(check.limits ?? []).some(({ pValue }) => pValue)) {
    report('adjustWithoutPValue', { method: adjust }, { node: check, property: 'adjust' });
  }
}

function checkChart(chart: Chart, place: MetricPlace, report: Report, context: CheckContext): void {
  if (chart.metric === undefined) return;
  checkMetricTerm(chart.metric, place, report, context);
  const { method } = chart;
  if (method === undefined) {
    report('chartWithoutMethod', { metric: chart.metric.metric ?? '' }, { node: chart });
  } else if (method.$type === 'CusumChart') {
    checkCusum(method, report);
  } else if (
    method.$type === 'ShewhartChart' &&
    method.rules !== undefined &&
    !ruleWords.includes(method.rules)
  ) {
    const near = nearest(method.rules, ruleWords);
    report(
      'unknownWord',
      { word: method.rules, field: 'rules', hint: hint(near), allowed: ruleWords.join(', ') },
      { node: method, property: 'rules' },
      { replacement: near },
    );
  }
}

function checkCusum(chart: CusumChart, report: Report): void {
  if (quantityValue(chart.shift) <= 0) {
    report(
      'notPositive',
      { what: 'the shift', wanted: 'above 0', value: chart.shift },
      { node: chart, property: 'shift' },
    );
  }
  if (chart.arl !== undefined && !(chart.arl > 1 && Number.isFinite(chart.arl))) {
    const what = 'the average run length';
    report('notPositive', { what, wanted: 'above 1', value: chart.arl }, { node: chart, property: 'arl' });
  }
}

function checkReactions(monitor: Monitor, report: Report): void {
  // Charts alarm by rules of their own; and with a confidence, a limit straddled by the interval warns.
  const checks = checksOf(monitor);
  if (
    chartsOf(monitor).length > 0 ||
    checks.some(({ metric }) => metricNamed(metric?.metric ?? '') === undefined)
  )
    return;
  const severities = new Set(checks.flatMap(({ limits }) => (limits ?? []).map(({ severity }) => severity)));
  const straddles = scheduleClauses(monitor).some(isConfidence) && severities.has('fail');
  for (const reaction of (monitor.statements ?? []).filter(isReaction)) {
    const { on } = reaction;
    if (on === undefined || severities.has(on) || (on === 'warn' && straddles) || severities.size === 0)
      continue;
    report('reactionNeverHappens', { monitor: monitor.name ?? '', on }, { node: reaction });
  }
}
