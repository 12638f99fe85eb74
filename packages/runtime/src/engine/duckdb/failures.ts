import type { DataProblem } from '../engine.js';
import { dataProblem } from '../problems.js';
import type { FailureKind } from './messages.js';
import type { Outcome } from './session.js';

/** A query's failure as an exception inside the engine; `run` and `open` turn it back into a value. */
export class ProblemError extends Error {
  constructor(readonly problem: DataProblem) {
    super(problem.code);
  }
}

const templates = {
  outOfMemory: 'outOfMemory',
  timeout: 'engineTimeout',
  interrupted: 'engineTimeout',
  stopped: 'engineStopped',
  unavailable: 'engineStopped',
  malformedCsv: 'malformedRow',
  malformedJson: 'malformedJson',
  notUtf8: 'notUtf8',
  brokenParquet: 'unreadableFile',
  refused: 'engineFailed',
  conversion: 'engineFailed',
  missingColumn: 'engineFailed',
  syntax: 'engineFailed',
  failed: 'engineFailed',
} as const satisfies Record<FailureKind | 'stopped' | 'timeout', string>;

const formats = { parquet: 'Parquet', csv: 'CSV', jsonl: 'JSON Lines' } as const;

/** Turns the kind of a failure into a problem of the source that was being read. */
export function failureProblem(
  failure: Extract<Outcome, { ok: false }>['failure'],
  source: string,
  about: { readonly format: keyof typeof formats; readonly file: string; readonly timeoutMs: number },
): DataProblem {
  return dataProblem(templates[failure.kind], source, {
    file: about.file,
    line: failure.line,
    expected: formats[about.format],
    limit: about.timeoutMs / 1000,
  });
}
