/**
 * Sufficient statistics: the small, mergeable aggregates from which every metric is computed.
 * They carry no patient's row. An engine (DuckDB, Trino) produces them; the metrics consume them;
 * because all counts are exact integers and all sums are order-independent, the same rows in any
 * order and over any number of files give the same numbers bit for bit.
 */

/** Number of rows in the scope, before any missing value is dropped. */
export interface RowCount {
  readonly kind: 'rows';
  readonly rows: number;
}

/** `events` among `trials`, e.g. missing values among rows, alerts among predictions. */
export interface Proportion {
  readonly kind: 'proportion';
  readonly events: number;
  readonly trials: number;
}

/** Moments of one numeric column over its non-missing values. */
export interface Moments {
  readonly kind: 'moments';
  /** Values that are numbers (missing excluded). */
  readonly count: number;
  readonly missing: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * One column in reference and current rows, counted on the same cells: bins of a numeric column or
 * categories. `reference[i]` and `current[i]` count the same cell.
 */
export interface CellPair {
  readonly kind: 'cells';
  readonly reference: readonly number[];
  readonly current: readonly number[];
  /** Missing values on each side; never a cell unless the metric's parameter asks for it. */
  readonly missingReference: number;
  readonly missingCurrent: number;
  /** What each cell counts, for people: a category, or the ends of a bin. No metric reads it. */
  readonly names?: readonly string[];
}

/** Sorted distinct values of one column with their counts. */
export interface DistinctCounts {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/**
 * One stretch of the number line in a pair of distributions. Without `values` it is known by its
 * counts and sums alone, which is enough wherever the difference of the two distribution functions
 * keeps its sign inside it; with `values` it is known exactly.
 */
export interface DistributionSegment {
  /** Exclusive lower and inclusive upper end; -Infinity / Infinity at the tails of an exact segment. */
  readonly lower: number;
  readonly upper: number;
  readonly referenceCount: number;
  readonly currentCount: number;
  readonly referenceSum: number;
  readonly currentSum: number;
  readonly values?: { readonly reference: DistinctCounts; readonly current: DistinctCounts };
}

/** Two empirical distributions of one numeric column, as adjoining segments in ascending order. */
export interface DistributionPair {
  readonly kind: 'distributions';
  readonly nReference: number;
  readonly nCurrent: number;
  readonly segments: readonly DistributionSegment[];
  /** Moments of the reference, for metrics that normalise by its spread. */
  readonly reference: Moments;
  /** Reference quartiles [Q1, Q3] by linear interpolation, for `normalise: iqr`. */
  readonly referenceQuartiles: readonly [number, number] | null;
}

/** Distinct scores in ascending order with the outcomes observed at each; rows without a label are left out. */
export interface ScoreCounts {
  readonly kind: 'scores';
  readonly scores: Float64Array;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Rows in the scope without an outcome yet. */
  readonly unlabelled: number;
}

/** Largest absolute difference between logged and recomputed scores. */
export interface RescoreDifference {
  readonly kind: 'rescore';
  readonly rows: number;
  readonly largestDifference: number;
}

export type Statistic =
  | RowCount
  | Proportion
  | Moments
  | CellPair
  | DistributionPair
  | ScoreCounts
  | RescoreDifference;
export type StatisticKind = Statistic['kind'];
export type StatisticOf<K extends StatisticKind> = Extract<Statistic, { kind: K }>;
