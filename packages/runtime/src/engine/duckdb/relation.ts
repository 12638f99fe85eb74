import path from 'node:path';
import type { TableSource } from '../engine.js';
import { nearest } from '../nearest.js';
import { dataProblem } from '../problems.js';
import { type StoredType, storedType } from './cast.js';
import { texts } from './columns.js';
import { ProblemError } from './failures.js';
import { readCsvHeader } from './header.js';
import type { Query } from './query.js';
import { identifier, isUsableName, paths } from './quote.js';
import type { Relation } from './table.js';

/** Widest table Vigil reads. */
const MOST_COLUMNS = 2_000;
/** CSV exactly as RFC 4180 has it; nothing is guessed from the content. */
const CSV = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true, null_padding = false, ignore_errors = false`;

interface Part {
  readonly name: string;
  readonly format: TableSource['format'];
  readonly files: readonly string[];
}

/**
 * Makes a readable relation of one physical table (the log, or its outcomes).
 * @param wanted columns the spec names; those the file has are read, CSV and JSON as text first
 * @throws ProblemError when a file cannot be read as what it is declared to be
 */
export async function openRelation(query: Query, part: Part, wanted: readonly string[]): Promise<Relation> {
  if (part.format === 'csv') return csv(part, wanted);
  return part.format === 'jsonl' ? jsonl(query, part, wanted) : parquet(query, part);
}

/** The problem that a column is not there, with the nearest name that is. */
export function missingColumn(source: string, column: string, columns: readonly string[]): ProblemError {
  const usable = columns.filter(isUsableName);
  return new ProblemError(
    dataProblem('missingColumn', source, { column, columns: usable, nearest: nearest(column, usable) }),
  );
}

async function parquet(query: Query, part: Part): Promise<Relation> {
  const option = part.files.length > 1 ? ', union_by_name = true' : '';
  const sql = `read_parquet(${paths(part.files)}${option})`;
  const described = await query(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${sql})`);
  const names = texts(described, 0);
  const types = texts(described, 1);
  limitColumns(part, names.length);
  return {
    sql,
    columns: new Map(names.map((name, index) => [name ?? '', storedType(types[index] ?? '')])),
  };
}

async function csv(part: Part, wanted: readonly string[]): Promise<Relation> {
  const selects: string[] = [];
  let common: readonly string[] | null = null;
  for (const file of part.files) {
    const header = await readCsvHeader(file);
    const name = path.basename(file);
    if ('wrong' in header)
      throw new ProblemError(dataProblem('badHeader', part.name, { file: name, found: header.wrong }));
    limitColumns(part, header.columns.length, file);
    if (!header.columns.every(isUsableName))
      throw new ProblemError(
        dataProblem('badName', part.name, { expected: `a column name in the header of '${name}'` }),
      );
    for (const column of wanted)
      if (common?.includes(column) && !header.columns.includes(column))
        throw missingColumn(part.name, column, header.columns);
    common = common === null ? header.columns : common.filter((column) => header.columns.includes(column));
    const types = header.columns.map((column) => `${identifier(column)}: 'VARCHAR'`).join(', ');
    selects.push(`read_csv(${paths([file])}, columns = {${types}}, ${CSV})`);
  }
  const columns = (common ?? []).filter((column) => wanted.includes(column));
  const list = columns.length === 0 ? '1 AS nothing' : columns.map(identifier).join(', ');
  return {
    sql: `(${selects.map((select) => `SELECT ${list} FROM ${select}`).join(' UNION ALL ')})`,
    columns: new Map((common ?? []).map((column): [string, StoredType] => [column, 'text'])),
  };
}

async function jsonl(query: Query, part: Part, wanted: readonly string[]): Promise<Relation> {
  const files = paths(part.files);
  const found = await query(
    `SELECT DISTINCT unnest(json_keys(json)) AS name FROM read_json_objects(${files}, format = 'newline_delimited') ORDER BY name LIMIT ${MOST_COLUMNS + 1}`,
  );
  const names = texts(found, 0).filter((name) => name !== null);
  limitColumns(part, names.length);
  const read = names.filter((name) => wanted.includes(name) && isUsableName(name));
  const types = (read.length === 0 ? ['nothing'] : read)
    .map((name) => `${identifier(name)}: 'VARCHAR'`)
    .join(', ');
  return {
    sql: `read_json(${files}, format = 'newline_delimited', columns = {${types}})`,
    columns: new Map(names.map((name): [string, StoredType] => [name, 'text'])),
  };
}

function limitColumns(part: Part, count: number, file = part.files[0] ?? ''): void {
  if (count > MOST_COLUMNS)
    throw new ProblemError(
      dataProblem('tooManyColumns', part.name, {
        file: path.basename(file),
        rows: count,
        limit: MOST_COLUMNS,
      }),
    );
}
