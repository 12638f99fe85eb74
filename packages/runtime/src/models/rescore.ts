import type { Model } from '@vigil/language';
import { type DataProblem, type Engine, ProblemError } from '../engine/index.js';
import { type FeatureVector, planFeatureVector } from './feature-vector.js';
import { fedTensors } from './fed-tensors.js';
import { modelProblems } from './model-problems.js';
import { copyPrivately, type PrivateCopy } from './private-copy.js';
import type { Rescore, RescoreAnswer, RescoreRequest } from './rescore-contract.js';
import { type Ended, ScoringProcess } from './scoring-process.js';

/** Rows per message to the scoring child: a few hundred kilobytes for a wide model. */
const ROWS_PER_MESSAGE = 8192;
const TIMEOUT_MILLISECONDS = 60_000;

/** Recomputes logged scores; holds one child process per model until `close`. */
export interface Rescorer {
  readonly rescore: Rescore;
  close(): Promise<void>;
}

/** A model that passed every check and is loaded in its child. */
interface LoadedModel {
  readonly copy: PrivateCopy;
  readonly process: ScoringProcess;
  readonly vector: FeatureVector;
}
type Loading = Promise<LoadedModel | { readonly problem: DataProblem }>;

/**
 * The model room's front door:
 *
 *   artifact ─copy, digest, ONNX rules─▶ private copy ─▶ child with onnxruntime ◀─feature rows─ engine
 *                                                              └─▶ largest |recomputed − logged score|
 *
 * A float32 output is widened to double and compared with the logged double as it is. Rows without a
 * finite logged score are not compared and not counted in `rows`. Everything expected to go wrong (file,
 * digest, features, crash, timeout) is a problem, never an exception.
 *
 * @param engine only its feature rows are asked for; its `ProblemError` becomes the answer's problem
 * @param root folder against which the spec's artifact paths are written
 */
export function createRescorer(
  engine: Pick<Engine, 'features'>,
  root: string,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
): Rescorer {
  const models = new Map<string, Loading>();
  const last = new Map<string, Promise<unknown>>();
  const answer = async (request: RescoreRequest): Promise<RescoreAnswer> => {
    const { name } = request.model;
    const loading = models.get(name) ?? load(request.model, root, timeoutMilliseconds);
    models.set(name, loading);
    const loaded = await loading;
    if ('problem' in loaded) return loaded;
    try {
      return await compare(loaded, engine, request);
    } catch (error) {
      if (error instanceof ProblemError) return { problem: error.problem };
      throw error;
    }
  };
  return {
    rescore(request) {
      // A child answers one request at a time, so the windows of one model queue up.
      const next = () => answer(request);
      const answered = (last.get(request.model.name) ?? Promise.resolve()).then(next, next);
      last.set(request.model.name, answered);
      return answered;
    },
    async close() {
      for (const loaded of await Promise.all(models.values())) {
        if ('problem' in loaded) continue;
        loaded.process.close();
        await loaded.copy.dispose();
      }
      models.clear();
    },
  };
}

async function load(model: Model, root: string, timeoutMilliseconds: number): Loading {
  const copied = await copyPrivately(model, root);
  if ('problem' in copied) return copied;
  const { copy } = copied;
  const planned = planFeatureVector(model, copy.file);
  if ('problem' in planned) {
    await copy.dispose();
    return planned;
  }
  const process = new ScoringProcess(timeoutMilliseconds);
  const reply = await process.ask({ kind: 'load', folder: copy.folder, model: copy.model });
  if (reply.kind === 'loaded') return { copy, process, vector: planned.vector };
  process.close();
  await copy.dispose();
  const found = reply.kind === 'refused' ? oneLine(reply.message, copy) : `${endedWords(reply)}.`;
  return { problem: modelProblems.loadRefused(model.name, { file: model.artifact ?? '', found }) };
}

async function compare(
  loaded: LoadedModel,
  engine: Pick<Engine, 'features'>,
  request: RescoreRequest,
): Promise<RescoreAnswer> {
  const { vector } = loaded;
  const file = request.model.artifact ?? '';
  const failed = (found: string) => ({
    problem: modelProblems.scoringFailed(request.model.name, { file, found }),
  });
  let rows = 0;
  let notNumbers = 0;
  let largestDifference = 0;
  const batches = engine.features({
    source: request.log.name,
    columns: vector.columns,
    score: request.score,
    version: request.version,
    span: request.span,
    sample: request.rows,
  });
  for await (const batch of batches) {
    for (let from = 0; from < batch.scores.length; from += ROWS_PER_MESSAGE) {
      const to = Math.min(from + ROWS_PER_MESSAGE, batch.scores.length);
      const fed = fedTensors(vector, batch, from, to);
      if ('unfit' in fed)
        return failed(
          `input '${fed.unfit}' is missing or no ${fed.type} in some rows, which the model cannot take`,
        );
      const reply = await loaded.process.ask({
        kind: 'score',
        inputs: fed.tensors,
        output: vector.output,
        rows: to - from,
      });
      if (reply.kind !== 'scores') return failed(endedWords(reply));
      for (const [offset, score] of reply.scores.entries()) {
        const logged = batch.scores[from + offset]!;
        if (!Number.isFinite(logged)) continue;
        rows++;
        if (Number.isFinite(score)) largestDifference = Math.max(largestDifference, Math.abs(score - logged));
        else notNumbers++;
      }
    }
  }
  if (notNumbers > 0)
    return { problem: modelProblems.scoreNotANumber(request.model.name, { file, rows: notNumbers }) };
  return { rows, largestDifference };
}

function endedWords(reply: Ended | { readonly kind: string; readonly reason?: string }): string {
  if (!('why' in reply))
    return reply.kind === 'failed' && reply.reason === 'shape'
      ? 'its output is not one score per row'
      : 'onnxruntime reports an error in one of its operators';
  if (reply.why === 'timeout') return 'it took too long and was stopped';
  if (reply.why === 'memory') return 'it used more than 4 GiB of memory and was stopped';
  return 'the scoring process ended unexpectedly';
}

/** onnxruntime's message as one printable line that does not name the private copy. */
function oneLine(message: string, copy: PrivateCopy): string {
  const plain = message
    .replaceAll(copy.model, 'the model')
    .replaceAll(copy.folder, 'the model folder')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
}
