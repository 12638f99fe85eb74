import { EmptyFileSystemProvider, type FileSystemNode, URI, UriUtils } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { VigilServices } from '../services.js';
import { filesNotification } from './views/requests.js';

/** Texts of specs by URI; null: the file is gone. */
export type GivenTexts = { readonly [uri: string]: string | null };

/**
 * The specs of a workspace as an editor gave them: where a server has no disk, as in a browser, imports are followed
 * all the same. Of other files it knows nothing, as the empty file system it is.
 */
export class GivenFiles extends EmptyFileSystemProvider {
  readonly #texts = new Map<string, string>();

  /** @returns what differs from before */
  take(texts: GivenTexts): { readonly changed: readonly URI[]; readonly deleted: readonly URI[] } {
    const changed: URI[] = [];
    const deleted: URI[] = [];
    for (const [name, text] of Object.entries(texts)) {
      const uri = URI.parse(name);
      const key = uri.toString();
      if (text === null) {
        if (this.#texts.delete(key)) deleted.push(uri);
      } else if (this.#texts.get(key) !== text) {
        this.#texts.set(key, text);
        changed.push(uri);
      }
    }
    return { changed, deleted };
  }

  override async exists(uri?: URI): Promise<boolean> {
    return this.existsSync(uri);
  }

  override existsSync(uri?: URI): boolean {
    return uri !== undefined && this.#texts.has(uri.toString());
  }

  /** A file that is new is one that can be asked about: of others, the builder takes no notice. */
  override async stat(uri?: URI): Promise<FileSystemNode> {
    return this.statSync(uri);
  }

  override statSync(uri?: URI): FileSystemNode {
    if (uri === undefined || !this.existsSync(uri)) throw notGiven();
    return { isFile: true, isDirectory: false, uri };
  }

  override async readFile(uri?: URI): Promise<string> {
    return this.readFileSync(uri);
  }

  override readFileSync(uri?: URI): string {
    const text = uri === undefined ? undefined : this.#texts.get(uri.toString());
    if (text === undefined) throw notGiven();
    return text;
  }

  /** All specs below a folder, as if they lay in it: whoever looks for specs finds them in one step. */
  override async readDirectory(folder?: URI): Promise<FileSystemNode[]> {
    return this.readDirectorySync(folder);
  }

  override readDirectorySync(folder?: URI): FileSystemNode[] {
    if (folder === undefined) return [];
    return [...this.#texts.keys()]
      .map((key) => URI.parse(key))
      .filter((uri) => UriUtils.contains(folder, uri))
      .map((uri) => ({ isFile: true, isDirectory: false, uri }));
  }
}

function notGiven(): Error {
  return new Error('the editor has not given this file');
}

/** Lets an editor give files: all at the start, in `initializationOptions.files`, and each again when it changes. */
export function receiveFiles(connection: Connection, files: GivenFiles, services: VigilServices): void {
  const { lsp, workspace } = services.shared;
  lsp.LanguageServer.onInitialize(({ initializationOptions: options }) => {
    files.take(givenTexts(options?.files));
  });
  connection.onNotification(filesNotification, (params: { readonly files?: unknown }) => {
    const { changed, deleted } = files.take(givenTexts(params?.files));
    // What is open is newer than what lies there.
    const closed = changed.filter((uri) => !isOpen(uri, services));
    if (closed.length + deleted.length === 0) return;
    void workspace.WorkspaceLock.write((token) =>
      workspace.DocumentBuilder.update(closed, [...deleted], token),
    );
  });
}

function isOpen(uri: URI, { shared }: VigilServices): boolean {
  return shared.workspace.TextDocuments.get(uri) !== undefined;
}

/** What an editor sent is not trusted to be what it should be. */
function givenTexts(value: unknown): GivenTexts {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, text]) => typeof text === 'string' || text === null),
  ) as GivenTexts;
}
