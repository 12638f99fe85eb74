import type { ReportResult } from '@vigil/runtime';
import { valueWords } from '@vigil/runtime/values';
import type { DoneRun } from './results.js';
import { whenText } from './when.js';

/** `run 2026-11-21 10:24`. */
export function ranAt({ at }: DoneRun): string {
  return `run ${whenText(at)}`;
}

/** A measured value with its metric and column: `psi of spo2 1.13`; the metric alone where there is no value. */
export function measured(result: ReportResult): string {
  const metric = result.target === null ? result.metric : `${result.metric} of ${result.target}`;
  return result.value === null ? metric : `${metric} ${valueWords(result)}`;
}
