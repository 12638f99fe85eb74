import type { Compilation, Limit } from '@vigil/language';
import type { Measured } from '../measure/evaluate.js';
import { parametersOf } from '../measure/evaluate.js';
import type { CheckPlan } from '../plan/check-plan.js';
import type { ScheduledWindow } from '../plan/schedule.js';
import { utc } from '../report/instant.js';
import type { ReportLimit, ReportResult } from '../report/report.js';
import { adjusted } from './adjust.js';
import { type Judgement, judge } from './limits.js';
import { displayUnit, reasonOf } from './reason.js';

/** A measured result with what is needed to judge it. */
export interface Judgeable {
  readonly plan: CheckPlan;
  readonly dimensions: readonly string[];
  readonly measured: Measured;
  readonly window: ScheduledWindow | null;
}

/** Intervals are reported at this confidence when the monitor names none. */
export const defaultConfidence = 0.95;

/** Adjusts, judges and words every result, in the order given. */
export function results(
  judgeables: readonly Judgeable[],
  locations: Compilation['locations'],
): readonly ReportResult[] {
  const pValues = adjustedPValues(judgeables);
  return judgeables.map((judgeable, index) => resultOf(judgeable, pValues[index]!, locations));
}

/** Adjusted p-values; null where the check asks for no adjustment. */
function adjustedPValues(judgeables: readonly Judgeable[]): readonly (number | null)[] {
  const values = new Array<number | null>(judgeables.length).fill(null);
  for (const method of ['bonferroni', 'holm', 'benjamini_hochberg'] as const) {
    const members = [...judgeables.keys()].filter((index) => judgeables[index]!.plan.check.adjust === method);
    const tests = members.map((index) => {
      const { plan, measured } = judgeables[index]!;
      return {
        family: `${plan.monitorIndex}/${plan.checkIndex}/${measured.window}`,
        pValue: pValueOf(measured),
      };
    });
    adjusted(tests, method).forEach((value, place) => {
      values[members[place]!] = value;
    });
  }
  return values;
}

function resultOf(
  judgeable: Judgeable,
  adjustedPValue: number | null,
  locations: Compilation['locations'],
): ReportResult {
  const { plan, measured, window, dimensions } = judgeable;
  const { result, group, aggregate } = measured;
  const { monitor, descriptor } = plan;
  // The groups below a gap or ratio are told for the reader; the limit is on the comparison.
  const limits = plan.check.term.aggregate !== null && aggregate === null ? [] : plan.check.limits;
  const interval = result.status === 'value' ? result.interval : null;
  const pValue = pValueOf(measured);
  const judgement = verdictOf(judgeable, limits, interval, adjustedPValue ?? pValue);
  const unit =
    descriptor === null || aggregate === 'ratio' ? null : displayUnit(descriptor, plan.feature?.unit ?? null);
  const confidence = monitor.confidence ?? defaultConfidence;
  const finiteInterval = interval?.every(Number.isFinite) ? interval : null;
  return {
    monitor: monitor.name,
    check: plan.checkIndex,
    metric: plan.metric,
    parameters: parametersOf(plan.arguments, plan.threshold),
    target: plan.target,
    group: group === null ? null : Object.fromEntries(dimensions.map((name, index) => [name, group[index]!])),
    aggregate: aggregate === null ? null : { kind: aggregate, over: dimensions },
    window: window === null ? null : { start: utc(window.start), end: utc(window.end), label: window.label },
    value: result.value,
    unit,
    interval: finiteInterval,
    pValue,
    adjustedPValue,
    n: result.n,
    nReference: result.nReference,
    mature: matureShare(measured, descriptor?.needsLabels ?? false),
    limits: limits.map(reportLimit),
    verdict: judgement.verdict,
    reason: reasonOf({
      ...judgeable,
      judgement,
      limits: limits.map(reportLimit),
      unit,
      interval: finiteInterval,
      pValue,
      adjustedPValue,
      confidence,
    }),
    source: locationOf(plan, judgement.decisive, locations),
    ...(measured.figure == null ? {} : { figure: measured.figure }),
  };
}

/** What the window allows to be judged, and then the limits' word on it. */
function verdictOf(
  { plan, measured, window }: Judgeable,
  limits: readonly Limit[],
  interval: readonly [number, number] | null,
  pValue: number | null,
): Judgement {
  const { result } = measured;
  const none: Judgement = { verdict: 'insufficient', decisive: null, straddles: false };
  if (result.status === 'insufficient' || measured.problem !== null || window === null) return none;
  if (plan.descriptor?.needsLabels && window.matureOn !== null) return none;
  if (plan.descriptor?.needs === 'rows' && window.open) return none;
  return judge({ value: result.value, interval, pValue }, limits, plan.monitor.confidence !== null);
}

function pValueOf({ result }: Measured): number | null {
  const pValue = result.status === 'value' ? result.pValue : null;
  return pValue !== null && Number.isFinite(pValue) ? pValue : null;
}

function matureShare({ rows, labelled }: Measured, needsLabels: boolean): number | null {
  return needsLabels && rows !== null && rows > 0 ? (labelled ?? 0) / rows : null;
}

function reportLimit(limit: Limit): ReportLimit {
  const { severity, subject } = limit;
  const head = subject === 'pValue' ? { severity, subject } : { severity };
  return limit.operator === 'outside'
    ? { ...head, operator: limit.operator, low: limit.low, high: limit.high }
    : { ...head, operator: limit.operator, value: limit.value };
}

/** Where the decisive limit stands in the spec, or else the check. */
function locationOf(
  { monitorIndex, checkIndex }: CheckPlan,
  decisive: number | null,
  locations: Compilation['locations'],
): ReportResult['source'] {
  const check = `/monitors/${monitorIndex}/checks/${checkIndex}`;
  const limit = decisive === null ? undefined : locations.get(`${check}/limits/${decisive}`);
  const found = limit ?? locations.get(check) ?? locations.get(`/monitors/${monitorIndex}`);
  return { file: found?.file ?? '', line: found?.line ?? 1 };
}
