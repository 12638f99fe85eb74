import { type URI, UriUtils } from 'langium';

/** Where an import leads, or why it may not lead there. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly uri: URI }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Resolves the path of an import against the importing file. Imports are relative paths with `/` to `.vigil` files
 * and stay inside `root`, so that a spec means the same on every machine and cannot read files elsewhere.
 */
export function importTarget(importer: URI, path: string | undefined, root: URI): ImportTarget {
  if (path === undefined || path.trim() === '')
    return refused('an import names a file, such as "./cohorts.vigil"');
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return refused('imports are files beside the spec, not addresses');
  // Half of a pair of code units is no character, and no address can hold it.
  if (/\p{Surrogate}/u.test(path)) return refused('it contains half a character');
  if (path.includes('\\')) return refused('paths are written with /, on every system');
  if (/^\/|^[a-z]:/i.test(path))
    return refused('imports are relative to the importing file, so that a copy of the folder works');
  if (!path.endsWith('.vigil')) return refused('only .vigil files can be imported');
  const uri = UriUtils.resolvePath(UriUtils.dirname(importer), path);
  if (!isInside(uri, root)) return refused('it lies outside the folder of the spec and its repository');
  return { kind: 'file', uri };
}

/** Whether a file lies in a folder or in one of its subfolders. */
export function isInside(file: URI, folder: URI): boolean {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.scheme === folder.scheme && file.authority === folder.authority && file.path.startsWith(prefix);
}

function refused(reason: string): ImportTarget {
  return { kind: 'refused', reason };
}
