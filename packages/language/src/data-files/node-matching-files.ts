import { opendir } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';

/** Names of one folder that are looked at; more are no folder of logs. */
const MOST_NAMES = 20_000;

/** The files a pattern stands for, and whether these are all. */
export interface MatchingFiles {
  readonly files: readonly string[];
  readonly complete: boolean;
}

/**
 * Finds the files an absolute path stands for, as a run does: `*` and `?` match within one name, all else is literal;
 * hidden files match only a name that begins with a dot. Sorted by code unit.
 *
 * @param mayEnter whether a folder may be looked into
 * @param most how many files are given back
 */
export async function matchingFiles(
  path: string,
  mayEnter: (folder: string) => Promise<boolean>,
  most: number,
): Promise<MatchingFiles> {
  if (!/[*?]/.test(path)) return { files: [path], complete: true };
  const { root } = parse(path);
  let found = [root];
  let complete = true;
  for (const part of path.slice(root.length).split(sep)) {
    if (!/[*?]/.test(part)) {
      found = found.map((folder) => join(folder, part));
      continue;
    }
    const next: string[] = [];
    for (const folder of found) {
      if (!(await mayEnter(folder))) continue;
      const names = await namesLike(folder, part);
      if (names === null) complete = false;
      else next.push(...names.map((name) => join(folder, name)));
    }
    found = next.sort();
    if (found.length > most) complete = false;
    found = found.slice(0, most);
  }
  return { files: found, complete };
}

/** The names in a folder that match; null where it cannot be read or holds too many. */
async function namesLike(folder: string, pattern: string): Promise<string[] | null> {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  const expression = new RegExp(`^${escaped.replaceAll(/\*+/g, '[^/]*').replaceAll('?', '[^/]')}$`, 'u');
  const names: string[] = [];
  let seen = 0;
  try {
    for await (const { name } of await opendir(folder)) {
      if (++seen > MOST_NAMES) return null;
      if (expression.test(name) && (!name.startsWith('.') || pattern.startsWith('.'))) names.push(name);
    }
  } catch {
    return [];
  }
  return names;
}
