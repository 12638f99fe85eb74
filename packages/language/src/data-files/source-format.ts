import { type DataFormat, formatOfFile } from './read-columns.js';

const engines: Readonly<Record<string, DataFormat>> = {
  parquet: 'parquet',
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** The format of a source: what its engine word says or, without one, its ending; null where it is no file that is read. */
export function formatOfSource(path: string, engine?: string): DataFormat | null {
  if (engine === undefined) return formatOfFile(path);
  return Object.hasOwn(engines, engine) ? engines[engine]! : null;
}

/** Why a path is looked at by nobody: schemes, network paths, home folders and hidden characters, as in a run. */
export function isRefusedPath(path: string): boolean {
  return (
    path.trim() === '' ||
    /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u.test(path) ||
    /^([a-z][a-z0-9+.-]+:|\\\\|\/\/|~)/i.test(path)
  );
}
