import type { Figure } from '../measure/figure.js';

/** `insufficient` is never a pass. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'insufficient';

export type ReportLimit = {
  readonly severity: 'warn' | 'fail' /** absent: the value */;
  readonly subject?: 'pValue';
} & (
  | { readonly operator: '<' | '<=' | '>' | '>=' | '=='; readonly value: number }
  | { readonly operator: 'outside'; readonly low: number; readonly high: number }
);

/** One window of a monitor, half-open [start, end), RFC 3339 UTC. */
export interface ReportWindow {
  readonly start: string;
  readonly end: string;
  /** The window in the words of the log's own calendar: `2024-03`, `2024-Q1`, `2024-W09`, `2024-03-05`. */
  readonly label: string;
}

export interface ReportResult {
  readonly monitor: string;
  /** Position of the check in its monitor, from 0, in the order of the spec. */
  readonly check: number;
  readonly metric: string;
  /** Arguments with defaults filled in, and `threshold` where one applies. */
  readonly parameters: { readonly [name: string]: number | string | boolean | readonly number[] | null };
  /** Column, or null for the log as a whole / the prediction. */
  readonly target: string | null;
  readonly group: { readonly [dimension: string]: string } | null;
  readonly aggregate: { readonly kind: 'gap' | 'ratio'; readonly over: readonly string[] } | null;
  /** Null only where the log has no readable row and no as-of time was given: there is nothing to place a window by. */
  readonly window: ReportWindow | null;
  readonly value: number | null;
  /** `proportion` (printed as a percentage), `count`, a unit of the spec such as `mmol/L`, or null. */
  readonly unit: string | null;
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
  /** The aggregates a chart is drawn from; only where they were asked for, and there are any. */
  readonly figure?: Figure;
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
  /** Up to when rows and labels were looked at, RFC 3339 UTC; null only where no log has a readable row. */
  readonly asOf: string | null;
  readonly results: readonly ReportResult[];
  readonly problems: readonly ReportProblem[];
  /** What the spec asks for and this run does not enforce, one sentence each, so that nothing passes in silence. */
  readonly notes: readonly string[];
  readonly summary: {
    readonly pass: number;
    readonly warn: number;
    readonly fail: number;
    readonly insufficient: number;
  };
}
