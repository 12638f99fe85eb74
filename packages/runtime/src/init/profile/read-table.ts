import path from 'node:path';
import {
  createColumnReader,
  type DataColumn,
  type DataFormat,
  formatOfFile,
  nodeDataFiles,
  sharedColumns,
} from '@vigil/language';
import { isUsableName } from '../../engine/duckdb/quote.js';
import {
  createDuckDbEngine,
  type DataProblem,
  type Engine,
  findFiles,
  problemTemplates,
} from '../../engine/index.js';
import { InitError } from '../init-error.js';
import type { ColumnProfile, Marker } from './column-profile.js';
import { measureColumns, type ReadColumn } from './measure-columns.js';
import { numberMarker, textMarker, typeBehindMarker } from './missing-marker.js';
import { type Table, tableSource } from './table.js';

/** A column's type widens at most twice (whole number, number, text); a marker may ask for one more reading. */
const MOST_READINGS = 5;

export interface TableRequest {
  /** As it was given: relative to `start` or absolute, perhaps with `*`. */
  readonly pattern: string;
  /** Folder that relative paths start from. */
  readonly start: string;
  /** Folder of the spec, from which its paths are written. */
  readonly folder: string;
  /** "log" or "reference", for messages. */
  readonly what: string;
  /** Tells what must be closed when the user stops the command. */
  readonly engines: Set<{ close(): Promise<void> }>;
}

/**
 * Looks at a data file: columns, types, missing values, and how often each value occurs. Types come from Parquet itself
 * or a sample of CSV and JSON, and are widened until every row can be read.
 *
 * @throws InitError when there is no such file or it cannot be read
 */
export async function readTable(request: TableRequest): Promise<Table> {
  const { pattern, start, folder, what } = request;
  const format = formatOfFile(pattern);
  if (format === null)
    throw new InitError(
      `cannot tell the format of the ${what} '${pattern}': give a file that ends in .parquet, .csv, .jsonl or .ndjson`,
    );
  const found = await findFiles(start, pattern, what);
  if ('problem' in found) throw new InitError(withoutHint(found.problem.message));
  const { files } = found;
  const declared = (await columnsOf(files, format, what)).filter(({ name }) => isUsableName(name));
  if (declared.length === 0) throw new InitError(`the ${what} '${pattern}' has no column that can be read`);
  const absolute = path.resolve(start, pattern);
  const { rows, columns } = await settled({ format, files }, declared, request);
  if (rows === 0)
    throw new InitError(`the ${what} '${pattern}' has columns but no row; a spec needs rows to be measured`);
  return {
    path: path.relative(folder, absolute).split(path.sep).join('/'),
    format,
    files,
    rows,
    columns: new Map(columns.map((column) => [column.name, column])),
  };
}

async function columnsOf(
  files: readonly string[],
  format: DataFormat,
  what: string,
): Promise<readonly DataColumn[]> {
  const reader = createColumnReader(nodeDataFiles);
  const read = await Promise.all(
    files.map(async (file) => {
      const outcome = await reader.columns(file, format);
      if ('problem' in outcome)
        throw new InitError(`cannot read the ${what} '${path.basename(file)}': ${outcome.problem}`);
      return outcome;
    }),
  );
  return sharedColumns(read, format, true).columns;
}

/** Reads with the types so far, and again with wider ones or a marker, until nothing is left to change. */
async function settled(
  file: Pick<Table, 'format' | 'files'>,
  declared: readonly DataColumn[],
  { what, engines }: TableRequest,
): Promise<{ readonly rows: number; readonly columns: readonly ColumnProfile[] }> {
  let columns: readonly ReadColumn[] = declared.map(({ name, type }) => ({
    name,
    type: type === 'unknown' ? 'text' : type,
    marker: null,
  }));
  for (let reading = 1; ; reading += 1) {
    const engine = createDuckDbEngine();
    engines.add(engine);
    try {
      const opened = await open(engine, file, columns, what);
      const changed = columns.flatMap((column) => {
        const problem = opened.problems.find((candidate) => candidate.column === column.name);
        return problem === undefined ? [column] : afterProblem(column, problem);
      });
      if (opened.problems.length > 0 && reading < MOST_READINGS) {
        columns = changed;
        continue;
      }
      const profiles = await measureColumns(engine, what, opened.rows, columns);
      const marked = profiles.map(withMarker);
      if (reading === MOST_READINGS || marked.every((column, index) => column === profiles[index]))
        return { rows: opened.rows, columns: profiles };
      columns = marked;
    } finally {
      engines.delete(engine);
      await engine.close();
    }
  }
}

async function open(
  engine: Engine,
  file: Pick<Table, 'format' | 'files'>,
  columns: readonly ReadColumn[],
  what: string,
): Promise<{ readonly rows: number; readonly problems: readonly DataProblem[] }> {
  const { descriptions, problems } = await engine.open([tableSource(file, what, columns)]);
  const description = descriptions.get(what);
  if (description === undefined)
    throw new InitError(withoutHint(problems[0]?.message ?? `the ${what} cannot be read`));
  return { rows: description.rows, problems };
}

/** The next wider reading of a column; none for one that no reading fits. */
function afterProblem(column: ReadColumn, { code }: DataProblem): ReadColumn[] {
  if (code === problemTemplates.unsupportedType.code) return [];
  // NaN is how many programs write a missing number.
  if (code === problemTemplates.notFinite.code && column.marker === null)
    return [{ ...column, marker: { value: 'NaN', rows: 0 } }];
  if (code === problemTemplates.wrongType.code && column.type === 'integer')
    return [{ ...column, type: 'number' }];
  return column.type === 'text' ? [] : [{ ...column, type: 'text', marker: null }];
}

/** The column with the marker its values show, to be read again; the same object where there is none. */
function withMarker(column: ColumnProfile): ColumnProfile {
  const { type, counts, marker } = column;
  if (marker !== null || counts === null) return column;
  if (type === 'text') {
    const text = textMarker(counts);
    if (text === null) return column;
    return { ...column, type: typeBehindMarker(counts, text) ?? 'text', marker: rowsOf(text, counts) };
  }
  const number = type === 'boolean' ? null : numberMarker(counts);
  return number === null ? column : { ...column, marker: rowsOf(number, counts) };
}

function rowsOf(value: string | number, counts: ReadonlyMap<string, number>): Marker {
  return { value, rows: counts.get(String(value)) ?? 0 };
}

/** The engine's hints speak of a spec, which there is not yet. */
function withoutHint(message: string): string {
  return message.replace('; check the path in the spec or pass --data NAME=PATH', '');
}
