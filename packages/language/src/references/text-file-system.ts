import { open } from 'node:fs/promises';
import type { FileSystemProvider, URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import { LARGEST_SPEC_BYTES, TOO_LARGE } from '../grammar/size-limit.js';
import { UnreadableFile } from './unreadable-file.js';

/** The file system of Node.js, for text of bounded size. */
export class TextFileSystemProvider extends NodeFileSystemProvider {
  /** @throws UnreadableFile for folders, devices, files above the limit and files that are not UTF-8 */
  override async readFile(uri: URI): Promise<string> {
    const file = await open(uri.fsPath, 'r');
    try {
      const status = await file.stat();
      if (!status.isFile())
        throw new UnreadableFile(status.isDirectory() ? 'is a folder' : 'is no regular file');
      // One byte more than allowed is read at most, whatever the file's size claims to be.
      const buffer = Buffer.alloc(Math.min(status.size, LARGEST_SPEC_BYTES) + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      if (bytesRead > LARGEST_SPEC_BYTES) throw new UnreadableFile(TOO_LARGE);
      return specText(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  }
}

/** Where the command line reads specs. */
export const textFileSystem = { fileSystemProvider: (): FileSystemProvider => new TextFileSystemProvider() };

/** The same, with a text of its own in the place of one file. */
export function withUnsaved(
  file: URI,
  text: string,
): { readonly fileSystemProvider: () => FileSystemProvider } {
  const provider = new TextFileSystemProvider();
  const read = provider.readFile.bind(provider);
  provider.readFile = async (uri) => (uri.toString() === file.toString() ? text : read(uri));
  return { fileSystemProvider: () => provider };
}

/**
 * The text of a spec's file.
 *
 * @throws UnreadableFile for bytes that are not UTF-8
 */
export function specText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('is not text in UTF-8');
  }
}
