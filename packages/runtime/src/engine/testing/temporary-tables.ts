import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ColumnType, Engine, Measurement, Scope, TableSource } from '../engine.js';

/** Small tables written for a test, in a folder of their own. */
export class TemporaryTables {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'vigil-test-'));
  #connection: DuckDBConnection | null = null;

  /** A file with exactly this content. */
  text(name: string, content: string | Uint8Array): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }

  /** A file written by DuckDB from a SELECT; the format follows from the ending. */
  async select(name: string, select: string): Promise<string> {
    this.#connection ??= await (await DuckDBInstance.create(':memory:')).connect();
    const file = path.join(this.folder, name);
    const format = { '.parquet': 'parquet', '.csv': 'csv, HEADER', '.jsonl': 'json' }[path.extname(name)];
    await this.#connection.run(`SET TimeZone = 'UTC'`);
    await this.#connection.run(`COPY (${select}) TO '${file}' (FORMAT ${format ?? 'csv'})`);
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A source named `Visits` with nothing declared but what the test adds. */
export function source(
  files: readonly string[],
  columns: Readonly<Record<string, ColumnType>>,
  more: Partial<TableSource> = {},
): TableSource {
  const ending = path.extname(files[0] ?? '.parquet').slice(1);
  return {
    name: 'Visits',
    format: ending === 'csv' || ending === 'jsonl' ? ending : 'parquet',
    files,
    outcomes: null,
    time: null,
    timezone: 'UTC',
    id: null,
    label: null,
    version: null,
    missingValues: {},
    columns,
    sha256: null,
    ...more,
  };
}

/** All rows of a source. */
export function everything(name = 'Visits', more: Partial<Scope> = {}): Scope {
  return { source: name, spans: null, asOf: null, by: [], ...more };
}

/** Opens, asks, closes; `answers` holds problems where the engine gave some. */
export async function ask(
  engine: Engine,
  sources: readonly TableSource[],
  measurements: readonly Measurement[],
) {
  try {
    const opened = await engine.open(sources);
    return { ...opened, answers: await engine.run(measurements) };
  } finally {
    await engine.close();
  }
}
