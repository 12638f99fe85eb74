import type { Protocol } from '@vigil/language';
import { ProblemError } from '../engine/duckdb/failures.js';
import type { Rescore, RescoreRequest } from '../models/rescore-contract.js';
import { modelNamed } from '../plan/columns.js';
import { planProblems } from '../plan/plan-problems.js';
import type { SubjectAnswers } from './evaluate.js';
import type { Found } from './questions.js';
import type { Reading, Subject } from './subject.js';

type Outcome = ReturnType<Reading>;

/** Recomputes the scores of every window that has rows, one window after the other. */
export async function rescoreReading(
  subject: Subject,
  rows: SubjectAnswers['rows'],
  protocol: Protocol,
  rescore: Rescore | undefined,
  progress?: (done: number, total: number) => void,
): Promise<Reading> {
  const outcomes: Outcome[] = [];
  for (const window of subject.spans.keys()) {
    progress?.(window, subject.spans.length);
    outcomes.push(await rescoreWindow(subject, window, rows(window, []), protocol, rescore));
  }
  progress?.(subject.spans.length, subject.spans.length);
  return (window) => outcomes[window] ?? { kind: 'none' };
}

async function rescoreWindow(
  { plan, spans, asOf, column }: Subject,
  window: number,
  rows: Found<{ readonly rows: number }>,
  protocol: Protocol,
  rescore: Rescore | undefined,
): Promise<Outcome> {
  const { model, log } = plan;
  if (rows.kind !== 'statistic' || rows.statistic.rows === 0 || model === null || log === null)
    return rows.kind === 'problem' ? rows : { kind: 'none' };
  if (rescore === undefined)
    return {
      kind: 'problem',
      problem: planProblems.statisticMissing(plan.monitor.name, { metric: plan.metric, needs: 'rescore' }),
    };
  const { start, end } = spans[window]!;
  const owner = modelNamed(protocol, log.model);
  const request: RescoreRequest = {
    model,
    log,
    score: column,
    // A shadow's scores stand in the rows of the log's own model.
    version: log.version === null || owner === null ? null : { column: log.version, value: owner.version },
    span: { start, end: Math.min(end, asOf + 1) },
    rows: typeof plan.arguments.rows === 'number' ? plan.arguments.rows : null,
  };
  try {
    const answer = await rescore(request);
    if ('problem' in answer) return { kind: 'problem', problem: answer.problem };
    return { kind: 'statistic', statistic: { kind: 'rescore', ...answer } };
  } catch (error) {
    const problem =
      error instanceof ProblemError ? error.problem : planProblems.rescoreStopped(model.name, {});
    return { kind: 'problem', problem };
  }
}
