import type { ByteSource } from './byte-source.js';
import type { ColumnsOutcome } from './column.js';
import { columnsOf, type DataFormat, unreadable } from './read-columns.js';

/** What tells that a file is still the one that was read. */
export interface FileState {
  readonly size: number;
  /** Time of the last change in milliseconds. */
  readonly mtimeMs: number;
}

/** The file system, as far as columns need it. */
export interface DataFiles {
  /** The state of a regular file, or null when there is none under this path. */
  stat(path: string): Promise<FileState | null>;
  /** Opens a file, lets it be used, and closes it whatever happens. */
  use<T>(path: string, work: (source: ByteSource) => Promise<T>): Promise<T>;
}

export interface ColumnReader {
  /** The columns of one file. Never throws. */
  columns(path: string, format: DataFormat): Promise<ColumnsOutcome>;
}

interface Kept {
  readonly state: FileState;
  readonly outcome: Promise<ColumnsOutcome>;
}

/** Files remembered at once; a workspace declares far fewer. */
const MOST_FILES = 256;

/**
 * Makes a reader that opens a file once for each state (size and last change) it has, so that a keystroke
 * costs a `stat` and no reading. Requests for the same file at the same time share one reading. What the
 * file system refused is asked again, since a permission changes neither size nor time.
 */
export function createColumnReader(files: DataFiles): ColumnReader {
  const kept = new Map<string, Kept>();
  return {
    async columns(path, format) {
      const key = `${format}:${path}`;
      const state = await files.stat(path).catch(() => null);
      if (state === null) {
        kept.delete(key);
        return { problem: 'There is no regular file under this path, or it may not be read.' };
      }
      const known = kept.get(key);
      // Taken out and put in again: the map's order is then the order of last use.
      kept.delete(key);
      if (known !== undefined && known.state.size === state.size && known.state.mtimeMs === state.mtimeMs) {
        kept.set(key, known);
        return known.outcome;
      }
      const outcome = files
        .use(path, (source) => columnsOf(source, format))
        .catch((error: unknown) => {
          if (kept.get(key)?.outcome === outcome) kept.delete(key);
          return unreadable(error);
        });
      kept.set(key, { state, outcome });
      const oldest = kept.keys().next();
      if (kept.size > MOST_FILES && !oldest.done) kept.delete(oldest.value);
      return outcome;
    },
  };
}
