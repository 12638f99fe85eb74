import type { Check, Feature, Log, Model, Monitor, Protocol } from '@vigil/language';
import { type ArgumentValue, fillArguments, type MetricDescriptor, metricNamed } from '@vigil/statistics';
import type { DataProblem } from '../engine/engine.js';
import { featureOf, modelNamed, scoringModel } from './columns.js';
import { type Cross, crossOf, everyone } from './dimensions.js';
import { planProblems } from './plan-problems.js';

/** What a monitor's windows are compared with. */
export type Reference =
  | { readonly kind: 'dataset'; readonly dataset: string }
  | { readonly kind: 'previous' };

/** One check on one target: what is to be measured, and over which crosses of subgroups. */
export interface CheckPlan {
  readonly monitor: Monitor;
  readonly monitorIndex: number;
  readonly check: Check;
  readonly checkIndex: number;
  readonly metric: string;
  /** Null for a metric this version does not know; `problem` says so. */
  readonly descriptor: MetricDescriptor | null;
  readonly arguments: Readonly<Record<string, ArgumentValue | null>>;
  readonly threshold: number | null;
  /** Null where the log is missing; `problem` says so. */
  readonly log: Log | null;
  readonly model: Model | null;
  /** As the report names it: a column, or null for the log as a whole or its own score. */
  readonly target: string | null;
  /** Column that is measured: the target, or the score behind `prediction` and `outcome` metrics. */
  readonly column: string | null;
  readonly feature: Feature | null;
  readonly reference: Reference | null;
  /** At least one; `everyone` where the check has no `by`. */
  readonly crosses: readonly Cross[];
  /** What keeps the check from being measured at all. */
  readonly problem: DataProblem | null;
}

/** Every check of every monitor, once per target, in the order of the spec. */
export function checkPlans(protocol: Protocol): readonly CheckPlan[] {
  return protocol.monitors.flatMap((monitor, monitorIndex) =>
    monitor.checks.flatMap((check, checkIndex) =>
      plansOf(protocol, monitor, monitorIndex, check, checkIndex),
    ),
  );
}

function plansOf(
  protocol: Protocol,
  monitor: Monitor,
  monitorIndex: number,
  check: Check,
  checkIndex: number,
): readonly CheckPlan[] {
  const { term } = check;
  const descriptor = metricNamed(term.metric) ?? null;
  const log = protocol.logs.find(({ name }) => name === monitor.log) ?? null;
  const crosses = resolveCrosses(protocol, monitor, term.by, modelNamed(protocol, log?.model ?? null));
  const filled = descriptor === null ? { values: term.arguments } : fillArguments(descriptor, term.arguments);
  const badArguments =
    'problem' in filled ? planProblems.badArguments(monitor.name, { found: filled.problem }) : null;
  const targets = descriptor?.appliesTo === 'rows' || term.of.length === 0 ? [null] : term.of;
  return targets.map((target) => {
    const scores = descriptor?.appliesTo === 'prediction' || descriptor?.appliesTo === 'outcome';
    const column = target ?? (scores ? (log?.prediction ?? null) : null);
    const model = log === null ? null : scoringModel(protocol, log, column);
    const plan: Omit<CheckPlan, 'problem'> = {
      monitor,
      monitorIndex,
      check,
      checkIndex,
      metric: term.metric,
      descriptor,
      arguments: 'problem' in filled ? term.arguments : filled.values,
      threshold: descriptor?.threshold === 'required' ? (term.at ?? model?.operatingPoint ?? null) : null,
      log,
      model,
      target,
      column,
      feature: log === null || column === null ? null : featureOf(protocol, log, column),
      reference: referenceOf(monitor, descriptor),
      crosses: crosses.known,
    };
    return { ...plan, problem: unplannable(plan) ?? badArguments ?? crosses.problem };
  });
}

function referenceOf(monitor: Monitor, descriptor: MetricDescriptor | null): Reference | null {
  if (monitor.against === null || descriptor === null) return null;
  if (!descriptor.needsReference && descriptor.name !== 'unseen') return null;
  return monitor.against.kind === 'dataset'
    ? { kind: 'dataset', dataset: monitor.against.dataset }
    : { kind: 'previous' };
}

function resolveCrosses(
  protocol: Protocol,
  monitor: Monitor,
  by: readonly (readonly string[])[],
  model: Model | null,
): { readonly known: readonly Cross[]; readonly problem: DataProblem | null } {
  const known: Cross[] = [];
  let problem: DataProblem | null = null;
  for (const names of by) {
    const cross = crossOf(names, protocol, model);
    if ('unknown' in cross) problem = planProblems.unknownSubgroup(monitor.name, { name: cross.unknown });
    else known.push(cross);
  }
  return { known: known.length === 0 ? [everyone] : known, problem };
}

/** What the spec leaves out that the metric cannot do without. */
function unplannable(plan: Omit<CheckPlan, 'problem'>): DataProblem | null {
  const { descriptor, log, metric, monitor, column, feature, reference } = plan;
  if (log === null) return planProblems.unknownLog(monitor.log, {});
  if (descriptor === null) return planProblems.unknownMetric(monitor.name, { metric });
  const { appliesTo } = descriptor;
  if (column === null && (appliesTo === 'prediction' || appliesTo === 'outcome'))
    return planProblems.needsPrediction(log.name, { metric });
  if (column === null && appliesTo !== 'rows') return planProblems.needsColumn(monitor.name, { metric });
  if (descriptor.needsLabels && log.label === null) return planProblems.needsLabel(log.name, { metric });
  if (descriptor.needsReference && reference === null)
    return planProblems.needsReference(monitor.name, { metric });
  if (descriptor.threshold === 'required' && plan.threshold === null)
    return planProblems.needsThreshold(monitor.name, { metric });
  if (descriptor.needs === 'rescore' && plan.model === null)
    return planProblems.needsModel(log.name, { metric });
  if (metric === 'out_of_range' && (feature?.minimum ?? feature?.maximum ?? null) === null)
    return planProblems.needsRange(log.name, { metric, column: column! }, column);
  if (metric === 'unseen' && declaredValues(feature) === null && reference === null)
    return planProblems.needsValues(log.name, { metric, column: column! }, column);
  const { aggregate } = plan.check.term;
  if (aggregate !== null && plan.crosses.every((cross) => cross.names.length === 0))
    return planProblems.needsGroups(monitor.name, { metric, aggregate });
  return null;
}

/** The categories a feature declares; null where it declares none. */
export function declaredValues(feature: Feature | null): readonly string[] | null {
  if (feature === null) return null;
  if (feature.type === 'boolean') return ['false', 'true'];
  return feature.values.length > 0 ? feature.values : null;
}
