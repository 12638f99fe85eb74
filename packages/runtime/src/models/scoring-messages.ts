/** What the runtime and the scoring child say to each other (Node's IPC, advanced serialization). */

/** One input tensor; `dims` is [N] or [N, k], row-major. */
export type FedTensor = { readonly name: string; readonly dims: readonly number[] } & (
  | { readonly type: 'float32'; readonly data: Float32Array }
  | { readonly type: 'float64'; readonly data: Float64Array }
  | { readonly type: 'int64'; readonly data: BigInt64Array }
  | { readonly type: 'int32'; readonly data: Int32Array }
  | { readonly type: 'bool'; readonly data: Uint8Array }
);

export type ScoringRequest =
  | { readonly kind: 'load'; readonly folder: string; readonly model: string }
  | {
      readonly kind: 'score';
      readonly inputs: readonly FedTensor[];
      readonly output: string;
      readonly rows: number;
    };

/** Requests are answered one by one, in order. */
export type ScoringReply =
  | { readonly kind: 'loaded' }
  /** onnxruntime's own words about a file; no data row has been seen yet. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'scores'; readonly scores: Float64Array }
  /** Never onnxruntime's own words: they may quote a value of a row. */
  | { readonly kind: 'failed'; readonly reason: 'run' | 'shape' };
