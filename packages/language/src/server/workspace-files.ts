import type { URI } from 'langium';
import { readingProblem } from '../references/load-documents.js';
import { TextFileSystemProvider } from '../references/text-file-system.js';

/** Told why a file cannot be read, and with undefined that it can be read again. */
export type ReadingListener = (file: URI, reason: string | undefined) => void;

/**
 * The files of a workspace. One that cannot be read (too large, no text, no permission) must not keep the others from
 * being checked: it counts as empty, and whoever listens learns why.
 */
export class WorkspaceFiles extends TextFileSystemProvider {
  listener: ReadingListener = () => {};

  override async readFile(uri: URI): Promise<string> {
    try {
      const text = await super.readFile(uri);
      this.listener(uri, undefined);
      return text;
    } catch (error) {
      const problem = readingProblem(error);
      this.listener(uri, problem.kind === 'missing' ? 'it is not there' : problem.reason);
      return '';
    }
  }
}
