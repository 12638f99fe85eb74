import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DataProblem } from './engine.js';
import { dataProblem } from './problems.js';

export type Found = { readonly files: readonly string[] } | { readonly problem: DataProblem };

/**
 * Finds the files a source's path means: `*` and `?` in file and folder names match within one name, all
 * else is literal. The result is sorted by code point, so that it does not depend on the file system.
 * @param root folder relative paths start from (the spec's folder)
 * @param source name of the log or dataset, for messages
 */
export async function findFiles(root: string, pattern: string, source: string): Promise<Found> {
  const refused = refusal(pattern);
  if (refused !== null)
    return { problem: dataProblem('pathRefused', source, { file: clean(pattern), found: refused }) };
  const absolute = path.resolve(root, pattern);
  const hasWildcard = /[*?]/.test(pattern);
  const files = hasWildcard ? await matches(absolute) : [absolute];
  if (files.length === 0) return { problem: dataProblem('noFiles', source, { file: pattern }) };
  for (const file of files) {
    const problem = await unusable(file, source);
    if (problem !== null) return { problem };
  }
  return { files: await Promise.all(files.map((file) => realpath(file))) };
}

/** Why a path is refused outright, or null. */
function refusal(pattern: string): string | null {
  if (pattern === '') return 'it is empty';
  if (/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u.test(pattern))
    return 'it holds control or text-direction characters';
  if (/^[a-z][a-z0-9+.-]+:/i.test(pattern) || pattern.startsWith('\\\\') || pattern.startsWith('//'))
    return 'schemes and network paths are not read';
  if (pattern.startsWith('~')) return '~ is not expanded';
  if (/^\/(proc|dev|sys)(\/|$)/.test(path.resolve('/', pattern)) && path.isAbsolute(pattern))
    return 'devices are not read';
  return null;
}

function clean(pattern: string): string {
  return pattern.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(0, 200);
}

async function matches(absolute: string): Promise<string[]> {
  const { root } = path.parse(absolute);
  let folders = [root];
  const parts = absolute.slice(root.length).split(path.sep);
  for (const part of parts) {
    if (!/[*?]/.test(part)) folders = folders.map((folder) => path.join(folder, part));
    else {
      const expression = new RegExp(
        `^${part
          .replace(/[.+^${}()|[\]\\]/g, '\\$&')
          .replaceAll('*', '[^/]*')
          .replaceAll('?', '[^/]')}$`,
        'u',
      );
      const found = await Promise.all(
        folders.map(async (folder) =>
          (await readdir(folder).catch(() => []))
            .filter((name) => expression.test(name) && (!name.startsWith('.') || part.startsWith('.')))
            .map((name) => path.join(folder, name)),
        ),
      );
      folders = found.flat();
    }
  }
  return folders.sort();
}

/** A problem when the file is missing, empty or no regular file. */
export async function unusable(file: string, source: string): Promise<DataProblem | null> {
  const facts = { file: path.basename(file) };
  const found = await stat(file).catch(() => null);
  if (found === null) return dataProblem('fileMissing', source, facts);
  if (!found.isFile()) return dataProblem('notRegularFile', source, facts);
  return found.size === 0 ? dataProblem('fileEmpty', source, facts) : null;
}

/** SHA-256 of a file as lower-case hex, read as a stream. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** What must not change between opening and answering: which file it is, its size and its last change. */
export async function fingerprint(file: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(file);
  return `${ino}:${size}:${mtimeMs}`;
}

/** Whether a file has Parquet's four magic bytes at both ends; a cut-off copy lacks the last ones. */
export async function isCompleteParquet(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size < 12) return false;
    const ends = Buffer.alloc(8);
    await handle.read(ends, 0, 4, 0);
    await handle.read(ends, 4, 4, size - 4);
    return ends.toString('latin1') === 'PAR1PAR1';
  } finally {
    await handle.close();
  }
}
