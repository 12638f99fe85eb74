import type { Log, Model } from '@vigil/language';
import type { DataProblem, Span } from '../engine/engine.js';

/** Recompute one window's logged scores with the model's artifact. */
export interface RescoreRequest {
  readonly model: Model;
  readonly log: Log;
  /** Column that holds the logged score to compare with. */
  readonly score: string;
  /** Rows that this model version scored; null where the log holds one model only. */
  readonly version: { readonly column: string; readonly value: string } | null;
  readonly span: Span;
  /** Rows to take, spread evenly and deterministically; null = all. */
  readonly rows: number | null;
}

export type RescoreAnswer =
  | { readonly rows: number; readonly largestDifference: number }
  | { readonly problem: DataProblem };

/** What `run` needs of a model: it is handed in, so that running a protocol does not depend on ONNX. */
export type Rescore = (request: RescoreRequest) => Promise<RescoreAnswer>;
