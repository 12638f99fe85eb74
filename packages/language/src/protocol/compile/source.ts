import type * as ast from '../../generated/ast.js';
import type { DataSource } from '../protocol.js';
import type { CompileContext } from './context.js';
import { type Part, part } from './part.js';
import { required } from './required.js';

type EngineName = DataSource['engine'];

const engines: { readonly [word: string]: EngineName } = {
  parquet: 'parquet',
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  trino: 'trino',
  fhir: 'fhir',
};

/**
 * The engine that reads a source: the word before the path, else by the file's extension
 * (`.parquet`, `.csv`, `.jsonl`, `.ndjson`).
 *
 * @returns undefined when the word is none of the known ones or the extension does not tell
 */
function engineOf(word: string | undefined, path: string): EngineName | undefined {
  const key = word ?? /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (word === undefined && (key === 'trino' || key === 'fhir')) return undefined;
  return Object.hasOwn(engines, key) ? engines[key] : undefined;
}

/** A table in a database keeps its name; a file's path becomes relative to the entry spec's folder. */
export function compileSource(source: ast.Source | ast.Outcomes, context: CompileContext): Part<DataSource> {
  const engine = required(engineOf(source.engine, source.path), source, 'the format of the source');
  const path = engine === 'trino' ? source.path : context.path(source, source.path);
  return part(source, { engine, path });
}
