import type { ByteSource } from './byte-source.js';
import type { ColumnsOutcome } from './column.js';
import { csvColumns } from './csv/read-csv.js';
import { jsonlColumns } from './jsonl/read-jsonl.js';
import { parquetColumns } from './parquet/read-parquet.js';

/** A format whose columns can be read. */
export type DataFormat = 'parquet' | 'csv' | 'jsonl';

const readers: Readonly<Record<DataFormat, (source: ByteSource) => Promise<ColumnsOutcome>>> = {
  parquet: parquetColumns,
  csv: csvColumns,
  jsonl: jsonlColumns,
};

/** The format a file name's ending stands for (.parquet .csv .jsonl .ndjson), or null. */
export function formatOfFile(path: string): DataFormat | null {
  const ending = /\.(parquet|csv|jsonl|ndjson)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'ndjson') return 'jsonl';
  return ending === 'parquet' || ending === 'csv' || ending === 'jsonl' ? ending : null;
}

/**
 * Reads names and types of a data file's columns without reading its data: the footer of Parquet (at most
 * 4 MB and 8 bytes), the first 64 kB of CSV and JSON lines. No value of the file is kept or told.
 * @returns a problem where the file is not what its format says; it does not name the file
 * @throws only what `source.read` throws
 */
export function columnsOf(source: ByteSource, format: DataFormat): Promise<ColumnsOutcome> {
  return readers[format](source);
}

/** As `columnsOf`, with a file that cannot be read as a problem too. Never throws. */
export async function readColumns(source: ByteSource, format: DataFormat): Promise<ColumnsOutcome> {
  return columnsOf(source, format).catch(unreadable);
}

/** The problem of a file that the file system does not give. */
export function unreadable(error: unknown): ColumnsOutcome {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return { problem: `The file cannot be read${code}.` };
}
