import type { URI } from 'langium';
import type { DataColumn, NestedColumn } from './column.js';

/** What is known about the data that a `source` of a spec names. */
export interface DeclaredColumns {
  /** Columns that all files of the source share, in the order of the first file. */
  readonly columns: readonly DataColumn[];
  readonly nested: readonly NestedColumn[];
  /** Rows of all files together; null where one of them does not tell. */
  readonly rows: number | null;
  /** Paths of the files as a spec would write them, sorted. */
  readonly files: readonly string[];
  /** Columns that only some of the files have, where a run reads them all the same (as missing in the others). */
  readonly partial?: readonly string[];
  /** There may be columns nobody has seen: beyond the sample of a text file, or in files that were not read. */
  readonly open?: boolean;
  /** Days from the earliest to the latest value of columns of times, where all files tell them; never the values. */
  readonly spanDays?: ReadonlyMap<string, number>;
}

/** A file of a source whose columns cannot be read. */
export interface UnreadableData {
  /** As a spec would write it. */
  readonly file: string;
  /** In sentences for people; holds no value of the file. */
  readonly problem: string;
}

/** Finds the data that a spec declares. There is none in a browser. */
export interface DeclaredData {
  /**
   * The columns behind a source; undefined where there is no file, none can be read, or the source is no file.
   * Answers from memory while the files are unchanged. Never throws.
   *
   * @param importer the file that declares the source: paths are relative to it
   * @param path the path of the source, which may hold `*`
   * @param engine the source's explicit engine (`csv`), if it names one
   */
  columnsOf(importer: URI, path: string, engine?: string): Promise<DeclaredColumns | undefined>;

  /** The files of a source that are there and cannot be read, sorted. Never throws. */
  unreadableIn(importer: URI, path: string, engine?: string): Promise<readonly UnreadableData[]>;
}

/**
 * Makes the data of a set of services.
 * @param rootOf the folder that a file may name files of
 */
export type DeclaredDataFactory = (rootOf: (importer: URI) => URI) => DeclaredData;
