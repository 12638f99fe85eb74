import { EmptyFileSystemProvider, type FileSystemProvider, type URI } from 'langium';
import { readingProblem } from './load-documents.js';
import { UnreadableFile } from './unreadable-file.js';

/**
 * A file system that knows the texts of specs and nothing else: no data, no artifacts, no documents.
 *
 * @param read the text of a file; throws what a file system throws, or UnreadableFile
 */
export function textsOnly(read: (file: URI) => Promise<string>): FileSystemProvider {
  const files: FileSystemProvider = new EmptyFileSystemProvider();
  files.readFile = async (uri) => {
    try {
      return await read(uri);
    } catch (error) {
      // Where nothing is known of files, one that is missing would not be noticed.
      throw readingProblem(error).kind === 'missing' ? new UnreadableFile('is not there') : error;
    }
  };
  return files;
}
