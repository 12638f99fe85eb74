import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { ByteSource } from './byte-source.js';
import type { DataFiles } from './column-reader.js';

/** Data files of Node's file system. Folders, devices, pipes and sockets are no files. */
export const nodeDataFiles: DataFiles = {
  async stat(path) {
    const found = await stat(path);
    return found.isFile() ? { size: found.size, mtimeMs: found.mtimeMs } : null;
  },
  use: useFile,
};

/**
 * Opens a regular file for reading and closes it when the work ends, well or not.
 * @throws what the file system reports, or an error with code 'ENOTREG' for anything but a regular file
 */
async function useFile<T>(path: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  // Without O_NONBLOCK the opening of a pipe waits for a writer, perhaps for ever. Windows lacks the flag.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw Object.assign(new Error('This is no regular file.'), { code: 'ENOTREG' });
    return await work({
      size: found.size,
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        let filled = 0;
        while (filled < length) {
          const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      },
    });
  } finally {
    await handle.close();
  }
}
