import type { Compilation, Protocol } from '@vigil/language';
import type { DataProblem, Engine, SourceDescription } from './engine/engine.js';
import { findFiles } from './engine/files.js';
import { defaultConfidence, type Judgeable, results } from './judge/results.js';
import { askerOf } from './measure/askers.js';
import { evaluate, type Measured, unplaced } from './measure/evaluate.js';
import { answer, Questions } from './measure/questions.js';
import { rescoreReading } from './measure/rescore-reading.js';
import type { Reading, Subject } from './measure/subject.js';
import type { Rescore } from './models/rescore-contract.js';
import { type CheckPlan, checkPlans } from './plan/check-plan.js';
import { isNumeric } from './plan/columns.js';
import { notEnforced } from './plan/not-enforced.js';
import { planProblems } from './plan/plan-problems.js';
import { type AsOf, defaultAsOf, type Schedule, scheduleOf } from './plan/schedule.js';
import { type FindFiles, sourcesOf } from './plan/sources.js';
import { assemble } from './report/assemble.js';
import { utc } from './report/instant.js';
import type { Report } from './report/report.js';

export interface RunRequest {
  readonly compilation: Compilation;
  readonly engine: Engine;
  /** Recomputes scores with the model's artifact; absent: checks of `rescore` are not answered. */
  readonly rescore?: Rescore;
  /** Folder of the entry spec: relative paths of the spec start here. */
  readonly baseDirectory: string;
  /** `--data NAME=PATH`: files of a log, a dataset or `LOG.outcomes` instead of the spec's. */
  readonly data?: ReadonlyMap<string, string>;
  /** Names the files a path with `*` stands for; absent: the file system does. */
  readonly findFiles?: FindFiles;
  /** Epoch microseconds; absent: the last event or label in the logs. */
  readonly asOf?: number | null;
  readonly toolVersion: string;
  /** Adds the aggregates that charts of distributions and calibration are drawn from. */
  readonly figures?: boolean;
  readonly progress?: (progress: Progress) => void;
}

export interface Progress {
  readonly stage: 'open' | 'reference' | 'windows' | 'models';
  readonly done: number;
  readonly total: number;
}

/**
 * Enforces a protocol on the data it names.
 *
 * ```
 *  Protocol ──1──▶ check plans ──2──▶ table sources ──3──▶ engine.open ──▶ descriptions
 *                                                                              │ 4
 *                                                                              ▼
 *   Report ◀──9── verdicts ◀──8── values ◀──7── statistics ◀──6── answers   windows
 *                 (judge)        (metrics)    (cells, scores…)       ▲         │
 *                                                                    └────5────┘
 *                                             first round: cuts from the reference
 *                                             second round: counts of every window
 * ```
 *
 * Nothing is thrown for what can be wrong with spec, data, model or engine: it becomes a problem in
 * the report, and the checks it spoils become `insufficient` with that reason, each in every window.
 */
export async function runProtocol(request: RunRequest): Promise<Report> {
  const { compilation, engine, progress, baseDirectory } = request;
  const { protocol } = compilation;

  // 1 · What is to be measured, check by check and target by target.
  const planned = checkPlans(protocol);

  // 2 · The tables it is measured on.
  const overrides = request.data ?? new Map<string, string>();
  const sources = await sourcesOf({
    protocol,
    plans: planned,
    baseDirectory,
    overrides,
    findFiles: request.findFiles ?? findFiles,
  });
  const plans = planned.map((plan) => withSourceProblem(plan, sources.problems));

  // 3 · Open them: digests, columns, types, times and ids are checked here.
  progress?.({ stage: 'open', done: 0, total: 1 });
  const opened = await open(engine, sources.sources);
  progress?.({ stage: 'open', done: 1, total: 1 });

  // 4 · Place the windows of each monitor in time.
  const asOf = asOfOf(request, protocol, opened.descriptions);
  const cast = plans.flatMap((plan) =>
    castOf(plan, opened.descriptions, asOf, sources.sources, request.figures ?? false),
  );

  // 5 · Ask in two rounds, each measurement once however many checks need it.
  const first = new Questions();
  const second = new Questions();
  const stopped = (source: string) => planProblems.engineStopped(source, {});
  const asked = cast.map((part) => ({ ...part, ask: part.subject && askerOf(part.subject, first) }));
  const firstAnswers = await answer(engine, first, stopped, told(progress, 'reference'));
  const again = asked.map((part) => ({ ...part, ask: part.ask?.(firstAnswers, second) ?? null }));
  const secondAnswers = await answer(engine, second, stopped, told(progress, 'windows'));

  // 6, 7 · Answers become statistics, statistics become values.
  const judgeables: Judgeable[] = [];
  for (const { plan, schedule, subject, cross, ask } of again) {
    const confidence = plan.monitor.confidence ?? defaultConfidence;
    const read = ask?.(secondAnswers) ?? null;
    const statistic: Reading | null =
      plan.descriptor?.needs === 'rescore' && subject !== null && read !== null
        ? await rescoreReading(subject, read.rows, protocol, request.rescore, told(progress, 'models'))
        : (read?.statistic ?? null);
    const measured: readonly Measured[] =
      subject === null
        ? unplaced(plan, cross)
        : evaluate(
            subject,
            { rows: read?.rows ?? nothingFound, statistic: statistic ?? nothingFound },
            confidence,
          );
    for (const one of measured)
      judgeables.push({
        plan,
        dimensions: cross.names,
        measured: one,
        window: schedule?.windows[one.window] ?? null,
      });
  }

  // 8, 9 · Values meet their limits; the report is put together.
  return assemble({
    compilation,
    toolVersion: request.toolVersion,
    asOf: asOf === null ? null : utc(asOf.time),
    results: results(judgeables, compilation.locations),
    problems: [
      ...sources.problems,
      ...opened.problems,
      ...judgeables.flatMap(({ measured }) => (measured.problem === null ? [] : [measured.problem])),
    ],
    notes: notEnforced(protocol),
  });
}

const nothingFound = () => ({ kind: 'none' }) as const;

/** A check whose log or reference cannot even be opened is spoilt as a whole. */
function withSourceProblem(plan: CheckPlan, problems: readonly DataProblem[]): CheckPlan {
  const dataset = plan.reference?.kind === 'dataset' ? plan.reference.dataset : null;
  const problem = problems.find(({ source }) => source === plan.log?.name || source === dataset);
  return { ...plan, problem: plan.problem ?? problem ?? null };
}

async function open(
  engine: Engine,
  sources: Parameters<Engine['open']>[0],
): Promise<Awaited<ReturnType<Engine['open']>>> {
  try {
    return await engine.open(sources);
  } catch {
    // The engine's own words are dropped: they may quote a cell.
    return {
      descriptions: new Map(),
      problems: sources.map(({ name }) => planProblems.engineStopped(name, {})),
    };
  }
}

function asOfOf(
  request: RunRequest,
  protocol: Protocol,
  descriptions: ReadonlyMap<string, SourceDescription>,
): AsOf | null {
  if (request.asOf != null) return { time: request.asOf, explicit: true };
  const logs = protocol.logs.flatMap(({ name }) => descriptions.get(name) ?? []);
  return defaultAsOf(logs);
}

/** A plan split by its crosses, with its windows; the subject is null where nothing can be measured. */
interface Part {
  readonly plan: CheckPlan;
  readonly cross: CheckPlan['crosses'][number];
  readonly schedule: Schedule | null;
  readonly subject: Subject | null;
}

function castOf(
  plan: CheckPlan,
  descriptions: ReadonlyMap<string, SourceDescription>,
  asOf: AsOf | null,
  sources: Parameters<Engine['open']>[0],
  figures: boolean,
): readonly Part[] {
  const { log } = plan;
  const found = log === null ? null : scheduleOf(plan.monitor, log, descriptions.get(log.name) ?? null, asOf);
  const blocked = found !== null && 'code' in found ? { ...plan, problem: plan.problem ?? found } : plan;
  const schedule = found === null || 'code' in found ? null : found;
  const type = sources.find(({ name }) => name === log?.name)?.columns[plan.column ?? ''];
  return blocked.crosses.map((cross) => ({
    plan: blocked,
    cross,
    schedule,
    subject:
      schedule === null || asOf === null || log === null
        ? null
        : {
            plan: blocked,
            cross,
            source: log.name,
            column: plan.column ?? '',
            numeric: type !== undefined && isNumeric(type),
            spans: schedule.spans,
            mature: schedule.mature,
            asOf: asOf.time,
            figures,
          },
  }));
}

function told(progress: RunRequest['progress'], stage: Progress['stage']) {
  return progress && ((done: number, total: number) => progress({ stage, done, total }));
}
