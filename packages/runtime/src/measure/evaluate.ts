import { type ArgumentValue, gap, type MetricDescriptor, type MetricResult, ratio } from '@vigil/statistics';
import type { DataProblem } from '../engine/engine.js';
import type { CheckPlan } from '../plan/check-plan.js';
import { type Cross, groupsOf, isPooled } from '../plan/dimensions.js';
import { type Figure, figureOf } from './figure.js';
import type { Found } from './questions.js';
import type { Reading, Subject } from './subject.js';

/** A metric's result in one window and group, before any limit is looked at. */
export interface Measured {
  /** Index of the window. */
  readonly window: number;
  /** Label per dimension; null for an aggregate over groups and for all rows. */
  readonly group: readonly string[] | null;
  readonly aggregate: 'gap' | 'ratio' | null;
  readonly result: MetricResult;
  /** What kept it from being measured. */
  readonly problem: DataProblem | null;
  /** Rows of the window and group, and those of them whose mature label counts; null where nothing is known or asked. */
  readonly rows: number | null;
  readonly labelled: number | null;
  /** The groups with the smallest and the largest value, for an aggregate. */
  readonly extremes: { readonly lowest: Extreme; readonly highest: Extreme } | null;
  /** The picture behind the value, where one was asked for. */
  readonly figure?: Figure | null;
}

export interface Extreme {
  readonly group: readonly string[];
  readonly value: number;
}

/** What the engine answered for one subject. */
export interface SubjectAnswers {
  readonly statistic: Reading;
  /** Rows of each window and group, whatever the metric. */
  readonly rows: (window: number, group: readonly string[]) => Found<{ readonly rows: number }>;
}

/** One result per window for all rows; with groups, one per window and group, after their aggregate. */
export function evaluate(subject: Subject, answers: SubjectAnswers, confidence: number): readonly Measured[] {
  const windows = subject.spans.map((_, window) => window);
  const { aggregate } = subject.plan.check.term;
  if (subject.cross.names.length === 0)
    return windows.map((window) => ({ ...measure(subject, answers, window, [], confidence), group: null }));
  const groups = presentGroups(subject, answers);
  const byGroup = groups.map((group) =>
    windows.map((window) => measure(subject, answers, window, group, confidence)),
  );
  const single = byGroup.flat();
  if (aggregate === null) return single;
  const compared = windows.map((window) =>
    compare(
      subject,
      aggregate,
      byGroup.map((group) => group[window]!),
      confidence,
    ),
  );
  return [...compared, ...single];
}

/** Results of a check that has no window: one for each group, so that it is seen not to be answered. */
export function unplaced(plan: CheckPlan, cross: Cross): readonly Measured[] {
  const { aggregate } = plan.check.term;
  const common = { window: 0, rows: null, labelled: null, extremes: null, problem: plan.problem };
  const result = nothing(plan.problem === null ? 'there is no row' : unanswered(plan.problem));
  const all: Measured = { ...common, group: null, aggregate: null, result };
  if (cross.names.length === 0) return [all];
  const groups = groupsOf(cross.dimensions).filter((group) => !isPooled(group));
  const single = groups.map((group): Measured => ({ ...all, group }));
  return aggregate === null ? single : [{ ...all, aggregate }, ...single];
}

/** Declared groups always; the pooled ones only where some row of some window falls into them. */
function presentGroups(subject: Subject, answers: SubjectAnswers): readonly (readonly string[])[] {
  return groupsOf(subject.cross.dimensions).filter(
    (group) =>
      !isPooled(group) ||
      subject.spans.some((_, window) => {
        const found = answers.rows(window, group);
        return found.kind === 'statistic' && found.statistic.rows > 0;
      }),
  );
}

function measure(
  subject: Subject,
  answers: SubjectAnswers,
  window: number,
  group: readonly string[],
  confidence: number,
): Measured {
  const { descriptor, arguments: given, threshold, problem } = subject.plan;
  const common = { window, group, aggregate: null, extremes: null, rows: null, labelled: null };
  if (descriptor === null || problem !== null)
    return { ...common, result: nothing(problem?.message ?? ''), problem };
  const rows = answers.rows(window, group);
  if (rows.kind === 'problem')
    return { ...common, result: nothing(unanswered(rows.problem)), problem: rows.problem };
  const size = rows.kind === 'none' ? 0 : rows.statistic.rows;
  const found = answers.statistic(window, group);
  if (found.kind === 'problem')
    return { ...common, result: nothing(unanswered(found.problem)), problem: found.problem };
  // A window without a row has no value, but it does have a volume: none.
  if (size === 0 && descriptor.needs !== 'rows')
    return { ...common, rows: 0, result: nothing('there is no row'), problem: null };
  const withLabel =
    found.kind === 'statistic' && found.statistic.kind === 'scores' ? labelledRows(found.statistic) : 0;
  const labelled = descriptor.needsLabels ? withLabel : null;
  const counted = labelled ?? size;
  const { minimumSize } = subject.cross;
  // A group that grows small is what 'volume' looks for; it is never too small to be counted.
  if (counted < minimumSize && descriptor.needs !== 'rows')
    return {
      ...common,
      rows: size,
      labelled,
      result: tooSmall(counted, minimumSize, descriptor.needsLabels),
      problem: null,
    };
  if (found.kind === 'none' && descriptor.needs !== 'rows')
    return {
      ...common,
      rows: size,
      labelled,
      result: nothing(noStatistic(subject, window, descriptor)),
      problem: null,
    };
  const statistic = found.kind === 'none' ? ({ kind: 'rows', rows: 0 } as const) : found.statistic;
  const context = { arguments: given, threshold, confidence };
  const result = finite(descriptor.compute(statistic, context));
  // One picture for all rows: those of small groups would show little and betray more.
  const figure =
    subject.figures && group.length === 0 && result.value !== null ? figureOf(statistic, confidence) : null;
  return { ...common, rows: size, labelled, result, problem: null, figure };
}

function compare(
  subject: Subject,
  kind: 'gap' | 'ratio',
  groups: readonly Measured[],
  confidence: number,
): Measured {
  const names = subject.cross.names;
  const compared = (kind === 'gap' ? gap : ratio)(
    groups.map(({ group, result }) => ({
      group: Object.fromEntries(names.map((name, index) => [name, group![index]!])),
      result,
    })),
    confidence,
  );
  const { lowest, highest } = compared;
  const problem = groups.every((group) => group.problem !== null) ? (groups[0]?.problem ?? null) : null;
  return {
    window: groups[0]!.window,
    group: null,
    aggregate: kind,
    result: problem === null ? finite(compared.result) : nothing(unanswered(problem)),
    problem,
    rows: total(groups.map((group) => group.rows)),
    labelled: total(groups.map((group) => group.labelled)),
    extremes:
      lowest === null || highest === null
        ? null
        : { lowest: extremeOf(groups[lowest]!), highest: extremeOf(groups[highest]!) },
  };
}

function extremeOf({ group, result }: Measured): Extreme {
  return { group: group!, value: result.value! };
}

function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (part === null ? sum : (sum ?? 0) + part), null);
}

function labelledRows(scores: {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}): number {
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  return sum(scores.positives) + sum(scores.negatives);
}

function nothing(reason: string): MetricResult {
  return { status: 'insufficient', value: null, n: 0, nReference: null, reason };
}

function tooSmall(n: number, minimumSize: number, labels: boolean): MetricResult {
  const rows = `${n} ${labels ? 'labelled ' : ''}row${n === 1 ? '' : 's'}`;
  const reason = `the group has ${rows}, ${minimumSize} needed`;
  return { status: 'insufficient', value: null, n, nReference: null, reason };
}

function noStatistic(subject: Subject, window: number, descriptor: MetricDescriptor): string {
  if (subject.plan.reference?.kind === 'previous' && window === 0)
    return 'there is no window before this one';
  return descriptor.needsLabels ? 'no row has a mature label' : 'there is no row';
}

function unanswered(problem: DataProblem): string {
  return `the data could not be used (${problem.code})`;
}

/** A value that is no number is no value: it could neither be judged nor written down. */
function finite(result: MetricResult): MetricResult {
  if (result.value === null || Number.isFinite(result.value)) return result;
  const { n, nReference } = result;
  const reason =
    result.status === 'insufficient' ? result.reason : 'the value cannot be computed from these rows';
  return { status: 'insufficient', value: null, n, nReference, reason };
}

/** Arguments as the report gives them: defaults filled in, the threshold beside them. */
export function parametersOf(
  given: Readonly<Record<string, ArgumentValue | null>>,
  threshold: number | null,
): Readonly<Record<string, ArgumentValue | null>> {
  return threshold === null ? given : { ...given, threshold };
}
