import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Adjustment, Chart, Check, Monitor, Reaction } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileDuration, compileUnit } from './duration.js';
import { compileFacts } from './facts.js';
import { compileLimits } from './limit.js';
import { compileCrosses, compileMetricTerm, type MetricSurroundings } from './metric.js';
import { type Part, part, values } from './part.js';
import { required } from './required.js';
import { statementsOf } from './statements.js';

const adjustments: { readonly [word: string]: Adjustment } = {
  bonferroni: 'bonferroni',
  holm: 'holm',
  benjamini_hochberg: 'benjamini_hochberg',
};

export function compileMonitor(monitor: ast.Monitor, context: CompileContext): Part<Monitor> {
  const { statements } = monitor;
  const facts = compileFacts(statements, 'monitor', context);
  const schedule = required(statementsOf(statements, 'Schedule')[0], monitor, 'the schedule of the monitor');
  const timing = compileSchedule(schedule);
  const [groups] = statementsOf(schedule.clauses, 'GroupBy');
  const surroundings: MetricSurroundings = {
    model: monitor.log.ref?.model?.ref,
    by: compileCrosses(groups?.crosses ?? [], context),
  };
  const checks = statementsOf(statements, 'Check').map((check) => compileCheck(check, surroundings, context));
  const charts = statementsOf(statements, 'Chart').map((chart) => compileChart(chart, surroundings, context));
  const reactions = statementsOf(statements, 'Reaction').map(compileReaction);
  const alarmBudget = statementsOf(statements, 'AlarmBudget').map(compileBudget)[0] ?? null;
  return part(
    monitor,
    {
      name: monitor.name,
      title: monitor.title ?? null,
      facts: facts.value,
      log: monitor.log.$refText,
      every: timing.every.value,
      over: timing.over?.value ?? null,
      against: timing.against?.value ?? null,
      labelsMatureAfter: timing.labelsMatureAfter?.value ?? null,
      confidence: timing.confidence?.value ?? null,
      alarmBudget: alarmBudget?.value ?? null,
      checks: values(checks),
      charts: values(charts),
      reactions: values(reactions),
    },
    { facts, ...timing, alarmBudget, checks, charts, reactions },
  );
}

function compileSchedule(schedule: ast.Schedule) {
  const { clauses } = schedule;
  return {
    every: part(schedule, compileDuration(schedule.every)),
    over: statementsOf(clauses, 'Over').map((over) => part(over, compileDuration(over.duration)))[0] ?? null,
    against: statementsOf(clauses, 'Against').map(compileReference)[0] ?? null,
    labelsMatureAfter:
      statementsOf(clauses, 'LabelMaturity').map((clause) =>
        part(clause, compileDuration(clause.duration)),
      )[0] ?? null,
    confidence:
      statementsOf(clauses, 'Confidence').map((clause) => part(clause, quantityValue(clause.level)))[0] ??
      null,
  };
}

function compileReference(against: ast.Against): Part<NonNullable<Monitor['against']>> {
  if (against.previousWindow) return part(against, { kind: 'previousWindow' });
  const dataset = required(against.dataset, against, 'the reference').$refText;
  return part(against, { kind: 'dataset', dataset });
}

function compileBudget(budget: ast.AlarmBudget): Part<NonNullable<Monitor['alarmBudget']>> {
  return part(budget, { count: budget.count, per: compileUnit(budget.unit) });
}

function compileCheck(
  check: ast.Check,
  surroundings: MetricSurroundings,
  context: CompileContext,
): Part<Check> {
  const limits = compileLimits(check.limits);
  const adjust =
    check.adjust === undefined
      ? null
      : required(
          Object.hasOwn(adjustments, check.adjust) ? adjustments[check.adjust] : null,
          check,
          `'${check.adjust}'`,
        );
  return part(
    check,
    { term: compileMetricTerm(check.metric, surroundings, context), limits: values(limits), adjust },
    { limits },
  );
}

function compileChart(
  chart: ast.Chart,
  surroundings: MetricSurroundings,
  context: CompileContext,
): Part<Chart> {
  return part(chart, {
    term: compileMetricTerm(chart.metric, surroundings, context),
    method: compileMethod(chart.method),
  });
}

/** A chart without a method is a Shewhart chart without additional rules. */
function compileMethod(method: ast.ChartMethod | undefined): Chart['method'] {
  switch (method?.$type) {
    case undefined:
      return { kind: 'shewhart', rules: null };
    case 'ShewhartChart':
      return { kind: 'shewhart', rules: method.rules };
    case 'CusumChart':
      return {
        kind: 'cusum',
        target: quantityValue(method.target),
        shift: quantityValue(method.shift),
        arl: method.arl,
      };
    case 'EwmaChart':
      return { kind: 'ewma' };
  }
}

function compileReaction(reaction: ast.Reaction): Part<Reaction> {
  const { on, runbook, channel } = reaction;
  if (runbook) return part(reaction, { on, action: { kind: 'run', runbook: runbook.$refText } });
  return part(reaction, {
    on,
    action: { kind: 'notify', channel: required(channel, reaction, 'what the reaction does').$refText },
  });
}
