import { EmptyFileSystemProvider, type FileSystemProvider, type URI, UriUtils } from 'langium';

/** Answers whether files named by a spec exist. */
export interface FileFinder {
  /** Whether a path, or any file a pattern with `*` matches, exists. */
  exists(base: URI, path: string): boolean;
}

/** A finder on a file system; undefined on the empty one, which knows of no file at all. */
export function fileFinder(files: FileSystemProvider): FileFinder | undefined {
  if (files instanceof EmptyFileSystemProvider) return undefined;
  return {
    exists: (base, path) => anyMatch(files, UriUtils.dirname(base), path.split('/')),
  };
}

/** Walks the path part by part; a part with `*` is matched against the folder's entries. */
function anyMatch(files: FileSystemProvider, folder: URI, parts: readonly string[]): boolean {
  const next = parts.findIndex((part) => /[*?]/.test(part));
  if (next < 0) return existsQuietly(files, UriUtils.resolvePath(folder, parts.join('/')));
  const parent = next === 0 ? folder : UriUtils.resolvePath(folder, parts.slice(0, next).join('/'));
  const pattern = parts[next]!;
  const rest = parts.slice(next + 1);
  return entriesQuietly(files, parent).some((entry) => {
    if (!wildcard(pattern).test(UriUtils.basename(entry))) return false;
    // `**` stands for any number of folders, also for none.
    if (pattern === '**' && anyMatch(files, entry, parts.slice(next))) return true;
    return rest.length === 0 || anyMatch(files, entry, rest);
  });
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`);
}

/** A file that may not be looked at is, for the spec, not there. */
function existsQuietly(files: FileSystemProvider, uri: URI): boolean {
  try {
    return files.existsSync(uri);
  } catch {
    return false;
  }
}

function entriesQuietly(files: FileSystemProvider, folder: URI): URI[] {
  try {
    return files.readDirectorySync(folder).map(({ uri }) => uri);
  } catch {
    return [];
  }
}
