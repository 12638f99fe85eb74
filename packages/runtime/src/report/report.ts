import type { SourceLocation } from '@vigil/language';

/** `insufficient` is never a pass. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'insufficient';

export type ReportLimit = {
  readonly severity: 'warn' | 'fail' /** absent: the value */;
  readonly subject?: 'pValue';
} & (
  | { readonly operator: '<' | '<=' | '>' | '>=' | '=='; readonly value: number }
  | { readonly operator: 'outside'; readonly low: number; readonly high: number }
);

export interface ReportResult {
  readonly monitor: string;
  readonly metric: string;
  /** Arguments with defaults filled in, and `threshold` where one applies. */
  readonly parameters: { readonly [name: string]: number | string | boolean | readonly number[] | null };
  /** Column, or null for the log as a whole / the prediction. */
  readonly target: string | null;
  readonly group: { readonly [dimension: string]: string } | null;
  readonly aggregate: { readonly kind: 'gap' | 'ratio'; readonly over: readonly string[] } | null;
  readonly window: { readonly start: string; readonly end: string };
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly pValue: number | null;
  /** p after Holm, Bonferroni or Benjamini-Hochberg over the window's family; null when none was asked for. */
  readonly adjustedPValue: number | null;
  readonly n: number;
  readonly nReference: number | null;
  /** Share of the window's rows whose labels are mature, for metrics that need labels; null otherwise. */
  readonly mature: number | null;
  readonly limits: readonly ReportLimit[];
  readonly verdict: Verdict;
  /** The sentence a clinician understands. */
  readonly reason: string;
  /** Where the decisive limit (or else the check) stands in the spec. */
  readonly source: { readonly file: string; readonly line: number };
}

/** A finding about data, model or engine that kept a check from being answered; makes the exit code 3. */
export interface ReportProblem {
  readonly code: string;
  /** Name of the log, dataset or model in the spec. */
  readonly subject: string;
  readonly column: string | null;
  readonly message: string;
  readonly source: { readonly file: string; readonly line: number } | null;
}

export interface Report {
  readonly schema: 'vigil/report/1';
  readonly protocolId: string;
  readonly tool: { readonly name: 'vigil'; readonly version: string };
  /** Up to when rows and labels were looked at, RFC 3339 UTC. */
  readonly asOf: string;
  readonly results: readonly ReportResult[];
  readonly problems: readonly ReportProblem[];
  readonly summary: {
    readonly pass: number;
    readonly warn: number;
    readonly fail: number;
    readonly insufficient: number;
  };
}
export type { SourceLocation };
