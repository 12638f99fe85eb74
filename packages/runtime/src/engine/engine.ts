import type { DistributionPair, Moments, Proportion, RowCount, ScoreCounts } from '@vigil/statistics';

/** A table the engine may read: one log or one dataset of the spec, with the tables joined to it. */
export interface TableSource {
  /** Name in the spec, e.g. `Discharges`; the only name that may appear in messages. */
  readonly name: string;
  readonly format: 'parquet' | 'csv' | 'jsonl';
  /** Absolute paths, glob already expanded, sorted. */
  readonly files: readonly string[];
  /** Outcome table joined one-to-one by id (left join: a prediction without outcome stays, unlabelled). */
  readonly outcomes: {
    readonly format: TableSource['format'];
    readonly files: readonly string[];
    readonly by: string;
  } | null;
  /** Column roles; null where the source (e.g. a reference dataset) has none. */
  readonly time: { readonly column: string; readonly format: string | null } | null;
  /** IANA zone in which time stamps without an offset are to be read. */
  readonly timezone: string;
  readonly id: string | null;
  readonly label: { readonly column: string; readonly availableAt: string | null } | null;
  /** Keep only rows whose version column holds this value (logs with several models). */
  readonly version: {
    readonly column: string;
    readonly keep: readonly string[];
    readonly known: readonly string[];
  } | null;
  /** Values that mean "missing" per column (`missing -1`, `missing "?"`), beside NULL and the empty CSV field. */
  readonly missingValues: Readonly<Record<string, string | number>>;
  /** Declared types of the columns the plan uses; what cannot be read as such is a data problem. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** SHA-256 the spec demands of a single-file source, checked before the first read. */
  readonly sha256: string | null;
}
export type ColumnType = 'number' | 'integer' | 'probability' | 'boolean' | 'category' | 'timestamp' | 'text';

/** What a source looks like, without a single cell of it. */
export interface SourceDescription {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: number;
  /** Epoch microseconds of the first and last event and of the last label, null when unknown. */
  readonly firstTime: number | null;
  readonly lastTime: number | null;
  readonly lastLabelTime: number | null;
}

/** Half-open span of time [start, end) in epoch microseconds UTC. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How rows are split into groups; every label in the output comes from the spec, never from a cell. */
export type Dimension =
  /** Declared values; rows with another value belong to `(other)` when `others`, missing ones to `(missing)` when `missing`. */
  | {
      readonly name: string;
      readonly column: string;
      readonly kind: 'values';
      readonly values: readonly string[];
      readonly others: boolean;
      readonly missing: boolean;
    }
  /** Bands cut at the given numbers, left-closed: `<40`, `40-59` …; labels made by the plan, one more than cuts. */
  | {
      readonly name: string;
      readonly column: string;
      readonly kind: 'bands';
      readonly cuts: readonly number[];
      readonly labels: readonly string[];
      readonly missing: boolean;
    };

/** Which rows a measurement is about. */
export interface Scope {
  readonly source: string;
  /** Null: all rows (a reference dataset). */
  readonly spans: readonly Span[] | null;
  /** Only rows logged up to here, and labels known up to here (epoch microseconds); null = all. */
  readonly asOf: number | null;
  /** Empty: one group, all rows. Otherwise the cross product of the dimensions. */
  readonly by: readonly Dimension[];
}

/** Tests a row passes or fails, for proportions. `trials` are the rows the test is about. */
export type RowTest =
  | { readonly test: 'missing'; readonly column: string }
  | {
      readonly test: 'outside';
      readonly column: string;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | { readonly test: 'unseen'; readonly column: string; readonly values: readonly string[] }
  | { readonly test: 'atLeast'; readonly column: string; readonly threshold: number };

/** A measurement is data, not SQL; each engine turns it into its own query. */
export type Measurement = { readonly scope: Scope } & (
  | { readonly kind: 'rows' }
  | { readonly kind: 'proportion'; readonly test: RowTest }
  | { readonly kind: 'moments'; readonly column: string }
  /** Counts between interior cuts; `closed` says which end belongs to a bin; `perSpan` gives each span its own cuts. */
  | {
      readonly kind: 'histogram';
      readonly column: string;
      readonly cuts: readonly number[] | { readonly perSpan: readonly (readonly number[])[] };
      readonly closed: 'right' | 'left';
    }
  /** Counts per category as text (numbers in shortest form); stays inside the runtime, never printed. */
  | { readonly kind: 'categories'; readonly column: string }
  /** Values at the given ranks (0-based, ascending) of the non-missing values; for exact quantiles. Ranks are fractions p of n-1 to be split by the caller. */
  | { readonly kind: 'quantiles'; readonly column: string; readonly probabilities: readonly number[] }
  /** Exact pair against a reference scope (same column). */
  | { readonly kind: 'distributions'; readonly column: string; readonly reference: Scope | 'previous' }
  | { readonly kind: 'scores'; readonly score: string }
);

/** Answers, one per span (or one when spans is null) and group. */
export interface Cell<S> {
  /** Index into scope.spans; 0 when spans is null. */
  readonly span: number;
  /** Label per dimension, in the order of scope.by. */
  readonly group: readonly string[];
  readonly statistic: S;
}
export interface Histogram {
  readonly kind: 'histogram';
  readonly counts: readonly number[];
  readonly missing: number;
}
export interface CategoryCounts {
  readonly kind: 'categories';
  readonly counts: ReadonlyMap<string, number>;
  readonly missing: number;
}
/** numpy-compatible linear quantiles; `values` is null when there is no row. */
export interface Quantiles {
  readonly kind: 'quantiles';
  readonly values: readonly number[] | null;
  readonly count: number;
}
export type EngineStatistic =
  | RowCount
  | Proportion
  | Moments
  | Histogram
  | CategoryCounts
  | Quantiles
  | DistributionPair
  | ScoreCounts;

/**
 * A finding about the data itself (missing column, NaN score, duplicate id, unreadable time, wrong digest …).
 * Its text names source, file and column, never a cell's content.
 */
export interface DataProblem {
  readonly code: string;
  readonly source: string;
  readonly column: string | null;
  readonly message: string;
  /** Spans (indices are the caller's business: given as time) it is limited to; null = the whole source or column. */
  readonly rows: number | null;
}

/** One answer per measurement, in the order asked; a problem where that measurement could not be answered. */
export type Answer = { readonly cells: readonly Cell<EngineStatistic>[] } | { readonly problem: DataProblem };

export interface Engine {
  /** Opens the sources, checks digests, columns, types, times and ids. Problems that spoil a whole source are returned, not thrown. */
  open(sources: readonly TableSource[]): Promise<{
    readonly descriptions: ReadonlyMap<string, SourceDescription>;
    readonly problems: readonly DataProblem[];
  }>;
  /** Answers all measurements, sharing scans between them. Isolated: one bad column never loses the others' answers. */
  run(
    measurements: readonly Measurement[],
    progress?: (done: number, total: number) => void,
  ): Promise<readonly Answer[]>;
  /** Feature rows for re-scoring, in batches of plain numbers; stays inside the runtime. */
  features(request: FeatureRequest): AsyncIterable<FeatureBatch>;
  close(): Promise<void>;
}
export interface FeatureRequest {
  readonly source: string;
  readonly columns: readonly string[];
  readonly score: string;
  readonly version: { readonly column: string; readonly value: string } | null;
  readonly span: Span | null;
  /** Rows to take, spread evenly by a hash of the id (deterministic in any row order); null = all. */
  readonly sample: number | null;
}
export interface FeatureBatch {
  /** One array per requested column, NaN for missing. */
  readonly features: readonly Float64Array[];
  readonly scores: Float64Array;
}
