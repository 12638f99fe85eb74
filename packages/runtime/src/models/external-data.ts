import { constants, type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Opens the file an ONNX model names as `location` of external data, if it may be read at all:
 * a regular file with one link, inside the model's folder, reached without any symbolic link.
 * onnxruntime 1.30 itself refuses `..`, absolute paths and symbolic links, but reads a hard link to
 * an outside file, and resolves against the working directory when a model comes as bytes.
 *
 * @param folder the model's folder, as `realpath` gives it
 * @returns the open file and its size in bytes, or the reason for refusing it
 */
export async function openExternalData(
  folder: string,
  location: string,
): Promise<{ readonly handle: FileHandle; readonly size: number } | { readonly refused: string }> {
  const written = refusedAsWritten(location);
  if (written) return { refused: written };
  const candidate = path.join(folder, location);
  let handle: FileHandle;
  try {
    if ((await realpath(candidate)) !== candidate) return { refused: 'it is or lies behind a symbolic link' };
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    handle = await open(candidate, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return { refused: 'it does not exist or cannot be read' };
  }
  const status = await handle.stat();
  const refused = !status.isFile()
    ? 'it is not a regular file'
    : status.nlink !== 1
      ? `it has ${status.nlink} hard links, so it may be another file's content`
      : null;
  if (refused === null) return { handle, size: status.size };
  await handle.close();
  return { refused };
}

/** Reasons that can be seen in the text alone; Windows' forms are refused on every system. */
function refusedAsWritten(location: string): string | null {
  if (location === '') return 'the name is empty';
  if (/\p{Cc}/u.test(location)) return 'the name holds control characters';
  if (path.posix.isAbsolute(location) || path.win32.isAbsolute(location) || /^[a-z]:/i.test(location))
    return 'the path is absolute';
  if (location.includes('\\')) return 'the path holds a backslash';
  const parts = location.split('/');
  if (parts.includes('..')) return "the path leads out of the model's folder by '..'";
  if (parts.some((part) => part === '' || part === '.')) return 'the path is not in its plain form';
  return null;
}
