/** What the two processes say to each other. Everything is structured-cloned, so typed arrays stay typed. */
export interface Settings {
  /** e.g. '1GB' */
  readonly memoryLimit: string;
  readonly threads: number;
  readonly temporaryDirectory: string;
  readonly temporarySize: string;
  /** The declared input files, and nothing else. */
  readonly files: readonly string[];
}
export type Request =
  | { readonly id: number; readonly kind: 'open'; readonly settings: Settings }
  | { readonly id: number; readonly kind: 'query'; readonly sql: string }
  | { readonly id: number; readonly kind: 'interrupt' };

/** DuckDB's own words stay in the child; this is all that leaves it. */
export type FailureKind =
  | 'outOfMemory'
  | 'interrupted'
  | 'refused'
  | 'malformedCsv'
  | 'malformedJson'
  | 'notUtf8'
  | 'brokenParquet'
  | 'conversion'
  | 'missingColumn'
  | 'syntax'
  | 'unavailable'
  | 'failed';
export interface Failure {
  readonly kind: FailureKind;
  /** Line in the file, where the engine counts lines. */
  readonly line: number | null;
}

/** Numbers (NULL is NaN), text, exact integers beyond 2^53, or lists of numbers. */
export type ResultColumn =
  | { readonly type: 'numbers'; readonly values: Float64Array }
  | { readonly type: 'texts'; readonly values: readonly (string | null)[] }
  | { readonly type: 'integers'; readonly values: readonly (bigint | null)[] }
  | { readonly type: 'lists'; readonly values: readonly (readonly number[] | null)[] };
export interface QueryResult {
  readonly rows: number;
  readonly columns: readonly ResultColumn[];
}
export type Response =
  | { readonly id: number; readonly ok: true; readonly result: QueryResult }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };
