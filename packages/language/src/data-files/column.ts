/** What the values of a column are, as far as a spec cares. A date is a timestamp (start of its day). */
export type DataColumnType = 'number' | 'integer' | 'boolean' | 'text' | 'timestamp';

/** A column that a spec can name. It never holds a value of the file. */
export interface DataColumn {
  readonly name: string;
  /** Declared by a Parquet file, guessed from a sample of CSV and JSON; 'unknown' where all values seen are missing. */
  readonly type: DataColumnType | 'unknown';
  /** Whether values may be missing; undefined where the sample shows none missing, which proves nothing. */
  readonly nullable?: boolean;
}

/** A list, map or record: it exists, but a spec reads flat columns only. */
export interface NestedColumn {
  readonly name: string;
  /** Dotted names of what it holds, in the order of the file: 'address.city', 'codes.list.element'. */
  readonly fields: readonly string[];
}

/** The columns of a data file, in the order of the file. */
export interface DataColumns {
  readonly columns: readonly DataColumn[];
  readonly nested: readonly NestedColumn[];
  /** Number of rows; null where counting them would mean reading more than the sample. */
  readonly rows: number | null;
  /** The earliest and latest value of columns of times, where a Parquet footer tells them. Never shown: see `spanDays`. */
  readonly periods?: ReadonlyMap<string, Period>;
}

/** From the first to the last instant, in milliseconds since 1970. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Why the columns are not known, in sentences for people: what was found, what was expected, what to do. */
export interface ColumnsProblem {
  readonly problem: string;
}

/** What reading the columns of a file came to. */
export type ColumnsOutcome = DataColumns | ColumnsProblem;

/** Widest file that is read, counted in flat columns and the fields inside nested ones. */
export const MOST_COLUMNS = 2_000;

/** The problem of a file with more columns than are read. */
export function tooManyColumns(count: number): ColumnsProblem {
  return {
    problem: `The file has ${count} columns, counting what nested ones hold; at most ${MOST_COLUMNS} are read. Keep only the columns that are monitored.`,
  };
}
