import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { URI } from 'langium';
import type { ColumnsOutcome, DataColumns } from './column.js';
import { createColumnReader } from './column-reader.js';
import type { DeclaredColumns, DeclaredData, DeclaredDataFactory, UnreadableData } from './declared-data.js';
import { nodeDataFiles } from './node-bytes.js';
import { matchingFiles } from './node-matching-files.js';
import { sharedColumns } from './shared-columns.js';
import { formatOfSource, isRefusedPath } from './source-format.js';

/** Files of one source that are read; of more, nothing is said that needs all of them. */
const MOST_FILES = 100;

interface FileOutcome {
  /** As a spec would write it. */
  readonly file: string;
  readonly outcome: ColumnsOutcome;
}

interface SourceOutcome {
  readonly files: readonly FileOutcome[];
  readonly complete: boolean;
}

/**
 * The declared data of Node's file system. A file is read only inside the folder that the declaring file may name files
 * of, also after links are followed: a spec from elsewhere must not make an editor look around on the machine.
 */
export const nodeDeclaredData: DeclaredDataFactory = (rootOf): DeclaredData => {
  const reader = createColumnReader(nodeDataFiles);

  async function outcomes(importer: URI, path: string, engine?: string): Promise<SourceOutcome> {
    const format = formatOfSource(path, engine);
    if (format === null || importer.scheme !== 'file' || isRefusedPath(path)) return nothing;
    const folder = dirname(importer.fsPath);
    const root = await realpath(rootOf(importer).fsPath);
    const mayEnter = async (place: string) => isInside(await realpath(place).catch(() => null), root);
    const { files, complete } = await matchingFiles(resolve(folder, path), mayEnter, MOST_FILES);
    const read = await Promise.all(
      files.map(async (file): Promise<FileOutcome[]> => {
        const place = await realpath(file).catch(() => null);
        if (place === null || !isInside(place, root)) return [];
        const name = relative(folder, file).split(sep).join('/');
        return [{ file: name, outcome: await reader.columns(place, format) }];
      }),
    );
    return { files: read.flat(), complete: complete && read.every(({ length }) => length === 1) };
  }
  const quietly = (importer: URI, path: string, engine?: string) =>
    outcomes(importer, path, engine).catch(() => nothing);

  return {
    async columnsOf(importer, path, engine): Promise<DeclaredColumns | undefined> {
      const { files, complete } = await quietly(importer, path, engine);
      const readable = files.flatMap(({ outcome }): DataColumns[] => ('problem' in outcome ? [] : [outcome]));
      const format = formatOfSource(path, engine);
      if (readable.length === 0 || format === null) return undefined;
      const shared = sharedColumns(readable, format, complete && readable.length === files.length);
      return { ...shared, files: files.map(({ file }) => file) };
    },
    async unreadableIn(importer, path, engine): Promise<readonly UnreadableData[]> {
      const { files } = await quietly(importer, path, engine);
      return files.flatMap(({ file, outcome }) =>
        'problem' in outcome ? [{ file, problem: outcome.problem }] : [],
      );
    },
  };
};

const nothing: SourceOutcome = { files: [], complete: true };

function isInside(place: string | null, root: string): boolean {
  if (place === null) return false;
  const way = relative(root, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
