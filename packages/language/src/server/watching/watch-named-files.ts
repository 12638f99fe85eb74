import { type AstNode, DocumentState, EmptyFileSystemProvider, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import {
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  type InitializeParams,
} from 'vscode-languageserver';
import type { VigilServices } from '../../services.js';
import { IncrementalDocumentBuilder } from '../../workspace/incremental-document-builder.js';
import { concerns, type NamedFiles, namedFiles } from './named-files.js';

/**
 * Watches the data files, artifacts and documents that the specs of a workspace name, and checks the specs again when
 * one of them changes.
 */
export function watchNamedFiles(shared: LangiumSharedServices, { references }: VigilServices): void {
  new NamedFilesWatch(shared, references.ImportGraph).start();
}

/** Watches the named files and no others: in a workspace where reports and logs are written, most changes are not ours. */
class NamedFilesWatch {
  readonly #shared: LangiumSharedServices;
  readonly #imports: VigilServices['references']['ImportGraph'];
  readonly #named = new WeakMap<AstNode, readonly NamedFiles[]>();
  #canWatch = false;
  #takesBase = false;
  #watched = '';
  #registered: Promise<Disposable | undefined> = Promise.resolve(undefined);

  constructor(shared: LangiumSharedServices, imports: VigilServices['references']['ImportGraph']) {
    this.#shared = shared;
    this.#imports = imports;
  }

  start(): void {
    const { lsp, workspace } = this.#shared;
    lsp.LanguageServer.onInitialize((params) => this.#negotiate(params));
    workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => this.#watch());
    lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) =>
      this.#recheck(changes.map(({ uri }) => URI.parse(uri))),
    );
  }

  /** Checks the specs again that name a file which has changed, appeared or gone. */
  #recheck(changed: readonly URI[]): void {
    const { DocumentBuilder, WorkspaceLock } = this.#shared.workspace;
    const concerned = this.#concerned(changed);
    if (concerned.length === 0 || !(DocumentBuilder instanceof IncrementalDocumentBuilder)) return;
    // What interrupts it goes on with it: the files stay marked as unchecked.
    void WorkspaceLock.write((token) => DocumentBuilder.recheck(concerned, token));
  }

  /** The specs whose findings a change of files may change. */
  #concerned(changed: readonly URI[]): URI[] {
    const importersOf = this.#imports.importers();
    const found = new Set<string>();
    const documents = this.#shared.workspace.LangiumDocuments.all.toArray();
    for (const document of documents) {
      if (!this.#namedIn(document).some((named) => changed.some((uri) => concerns(named, uri)))) continue;
      const uri = document.uri.toString();
      for (const each of [uri, ...importersOf(uri).map((importer) => importer.uri.toString())])
        found.add(each);
    }
    return documents.map(({ uri }) => uri).filter((uri) => found.has(uri.toString()));
  }

  #negotiate({ capabilities }: InitializeParams): void {
    const watching = capabilities.workspace?.didChangeWatchedFiles;
    const { FileSystemProvider } = this.#shared.workspace;
    this.#canWatch =
      watching?.dynamicRegistration === true && !(FileSystemProvider instanceof EmptyFileSystemProvider);
    this.#takesBase = watching?.relativePatternSupport === true;
  }

  #watch(): void {
    if (!this.#canWatch) return;
    const named = this.#shared.workspace.LangiumDocuments.all
      .toArray()
      .flatMap((each) => this.#namedIn(each));
    const watchers = new Map(named.map((each) => [`${each.folder} ${each.pattern}`, this.#watcher(each)]));
    const wanted = [...watchers.keys()].sort();
    if (wanted.join('\n') === this.#watched) return;
    this.#watched = wanted.join('\n');
    this.#registered = this.#registered.then((before) =>
      this.#register(
        wanted.map((key) => watchers.get(key)!),
        before,
      ),
    );
  }

  async #register(
    watchers: FileSystemWatcher[],
    before: Disposable | undefined,
  ): Promise<Disposable | undefined> {
    const { Connection } = this.#shared.lsp;
    try {
      const now =
        watchers.length === 0
          ? undefined
          : await Connection?.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      before?.dispose();
      return now;
    } catch {
      // An editor that refuses keeps what it watched before.
      return before;
    }
  }

  #watcher({ folder, pattern }: NamedFiles): FileSystemWatcher {
    if (this.#takesBase) return { globPattern: { baseUri: folder.toString(), pattern } };
    return { globPattern: `${folder.fsPath.replaceAll('\\', '/').replace(/\/$/, '')}/${pattern}` };
  }

  #namedIn(document: LangiumDocument): readonly NamedFiles[] {
    const tree = document.parseResult.value;
    const known = this.#named.get(tree) ?? namedFiles(document);
    this.#named.set(tree, known);
    return known;
  }
}
