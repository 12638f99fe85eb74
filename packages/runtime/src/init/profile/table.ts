import type { DataFormat } from '@vigil/language';
import type { TableSource } from '../../engine/engine.js';
import type { ColumnProfile } from './column-profile.js';

/** A log or a reference dataset that was looked at. */
export interface Table {
  /** The path as the spec writes it: relative to its folder, with `/`, perhaps with `*`. */
  readonly path: string;
  readonly format: DataFormat;
  /** Absolute, sorted. */
  readonly files: readonly string[];
  readonly rows: number;
  /** In the order of the file. */
  readonly columns: ReadonlyMap<string, ColumnProfile>;
}

/** The table as the engine opens it, with the types and missing values that were found. */
export function tableSource(
  table: Pick<Table, 'format' | 'files'>,
  name: string,
  columns: Iterable<Pick<ColumnProfile, 'name' | 'type' | 'marker'>>,
): TableSource {
  const read = [...columns];
  return {
    name,
    format: table.format,
    files: table.files,
    outcomes: null,
    time: null,
    timezone: 'UTC',
    id: null,
    label: null,
    version: null,
    missingValues: Object.fromEntries(
      read.flatMap(({ name, marker }) => (marker === null ? [] : [[name, marker.value]])),
    ),
    columns: Object.fromEntries(read.map(({ name, type }) => [name, type])),
    sha256: null,
  };
}
