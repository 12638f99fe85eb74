import {
  type AstNode,
  type BuildOptions,
  type Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  URI,
} from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { FlatLinker } from '../references/flat-linker.js';
import type { ImportGraph } from '../references/import-graph.js';
import { publicSignature } from './public-signature.js';

type CancellationToken = Cancellation.CancellationToken;

/** What the builder asks of the language; services of one language are made after those for all languages. */
export interface Dependencies {
  readonly imports: ImportGraph;
  readonly linker: FlatLinker;
}

/**
 * Rebuilds what an edit can have changed and nothing else, the edited file first.
 *
 * A file is linked and checked against itself and the files it imports. When an edit leaves the public signature of
 * the edited file as it was, the files that import it keep their diagnostics; their references are only turned to
 * the new tree. Otherwise they are linked and checked again, after the edited file is done. What a newer edit
 * interrupts stays marked in the state of the documents, and the next build goes on from there.
 */
export class IncrementalDocumentBuilder extends DefaultDocumentBuilder {
  readonly #dependencies: () => Dependencies;
  /** What the importers of a file were last told about it. */
  readonly #signatures = new Map<string, string>();
  /** Files parsed, or gone, of which importers were not told yet. */
  readonly #touched = new Set<string>();
  /** Files whose text has changed and whose build has yet to begin. */
  readonly #expected = new Set<string>();

  constructor(services: LangiumSharedServices, dependencies: () => Dependencies) {
    super(services);
    this.#dependencies = dependencies;
  }

  /**
   * The text of a file has changed and its build has yet to begin: what is asked meanwhile waits for that build,
   * instead of looking for a place of the new text in the old tree.
   */
  expectChange(uri: URI): void {
    if (!this.serviceRegistry.hasServices(uri)) return;
    this.#expected.add(uri.toString());
    this.#awaitExpected();
  }

  /** Checks files again whose text is as it was, because something else they speak of has changed. */
  async recheck(uris: readonly URI[], cancelToken?: CancellationToken): Promise<void> {
    for (const uri of uris) {
      const document = this.langiumDocuments.getDocument(uri);
      if (document !== undefined && document.state > DocumentState.IndexedReferences)
        this.resetToState(document, DocumentState.IndexedReferences);
    }
    await this.update([], [], cancelToken);
  }

  override resetToState<T extends AstNode>(document: LangiumDocument<T>, state: DocumentState): void {
    if (state === DocumentState.Changed) this.#expected.delete(document.uri.toString());
    super.resetToState(document, state);
  }

  protected override awaitDocumentState(
    state: DocumentState,
    uri: URI,
    cancelToken: CancellationToken,
  ): Promise<URI> {
    const isOpen = this.textDocuments?.get(uri.toString()) !== undefined;
    if (isOpen && !this.langiumDocuments.hasDocument(uri) && this.serviceRegistry.hasServices(uri)) {
      // It was opened this moment. The build that is to come does the same with a file it sees for the first time.
      this.langiumDocuments.addDocument(this.langiumDocumentFactory.fromModel({ $type: 'INVALID' }, uri));
      this.#expected.add(uri.toString());
    }
    this.#awaitExpected();
    return super.awaitDocumentState(state, uri, cancelToken);
  }

  protected override awaitBuilderState(state: DocumentState, cancelToken: CancellationToken): Promise<void> {
    this.#awaitExpected();
    return super.awaitBuilderState(state, cancelToken);
  }

  /**
   * Whoever waits for the workspace is told also where a build found nothing to do, which may be all that is to come;
   * and who begins to wait while others are told need not wait.
   */
  protected override async notifyBuildPhase(
    documents: LangiumDocument[],
    state: DocumentState,
    cancelToken: CancellationToken,
  ): Promise<void> {
    this.currentState = state;
    for (const listener of [...this.buildPhaseListeners.get(state)]) {
      await interruptAndCheck(cancelToken);
      await listener(documents, cancelToken);
    }
  }

  /** A build that an edit is about to interrupt may have ended a step, and marked it, after the edit was announced. */
  #awaitExpected(): void {
    for (const uri of this.#expected) {
      const document = this.langiumDocuments.getDocument(URI.parse(uri));
      if (document !== undefined) document.state = DocumentState.Changed;
      this.currentState = DocumentState.Changed;
    }
  }

  /** Whether importers are affected is known only when the changed files are parsed. */
  protected override shouldRelink(): boolean {
    return false;
  }

  protected override cleanUpDeleted(document: LangiumDocument): void {
    super.cleanUpDeleted(document);
    const uri = document.uri.toString();
    this.#expected.delete(uri);
    this.#signatures.delete(uri);
    this.#touched.add(uri);
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    cancelToken: CancellationToken,
  ): Promise<void> {
    const edited = documents.filter(({ state }) => state < DocumentState.ComputedScopes);
    this.prepareBuild(documents, options);
    await this.#readContent(documents, cancelToken);
    const all = [...new Set([...documents, ...this.#tellImporters()])];
    this.prepareBuild(all, options);
    await this.#linkWithImports(edited, cancelToken);
    await this.#validate(edited, cancelToken);
    for (const document of all) await this.#link(document, cancelToken);
    await this.#reached(all, DocumentState.Linked, cancelToken);
    await this.#reached(all, DocumentState.IndexedReferences, cancelToken);
    await this.#validate(this.sortDocuments(all), cancelToken);
    await this.#reached(all, DocumentState.Validated, cancelToken);
  }

  async #readContent(documents: LangiumDocument[], cancelToken: CancellationToken): Promise<void> {
    for (const { state, uri } of documents)
      if (state < DocumentState.IndexedContent) this.#touched.add(uri.toString());
    await this.runCancelable(documents, DocumentState.Parsed, cancelToken, (document) =>
      this.langiumDocumentFactory.update(document, cancelToken),
    );
    await this.runCancelable(documents, DocumentState.IndexedContent, cancelToken, (document) =>
      this.indexManager.updateContent(document, cancelToken),
    );
    await this.runCancelable(documents, DocumentState.ComputedScopes, cancelToken, async (document) => {
      const { ScopeComputation } = this.serviceRegistry.getServices(document.uri).references;
      document.localSymbols = await ScopeComputation.collectLocalSymbols(document, cancelToken);
    });
  }

  /** Finds the importers of all touched files and resets those that must be looked at again. */
  #tellImporters(): LangiumDocument[] {
    const importersOf = this.#dependencies().imports.importers();
    const affected = new Set<LangiumDocument>();
    for (const uri of this.#touched) {
      const all = importersOf(uri);
      // Whoever imports it later reads it then.
      if (all.length === 0) this.#signatures.delete(uri);
      const changed = all.length === 0 || this.#hasNewSignature(uri);
      const importers = all.filter((importer) => !this.#touched.has(importer.uri.toString()));
      for (const importer of importers) {
        if (changed && importer.state > DocumentState.ComputedScopes)
          this.resetToState(importer, DocumentState.ComputedScopes);
        else if (!changed) this.#followMoved(uri, importer);
        if (importer.state < DocumentState.Validated) affected.add(importer);
      }
    }
    this.#touched.clear();
    return [...affected];
  }

  #hasNewSignature(uri: string): boolean {
    const document = this.langiumDocuments.getDocument(URI.parse(uri));
    const before = this.#signatures.get(uri);
    if (document === undefined) return true;
    const signature = publicSignature(document);
    this.#signatures.set(uri, signature);
    return signature !== before;
  }

  /** Nothing that an importer reads is new, but it stands in a new tree, and perhaps in another line. */
  #followMoved(uri: string, importer: LangiumDocument): void {
    this.#dependencies().linker.rebind(importer, uri);
    const tellsOfPlace = importer.diagnostics?.some(({ relatedInformation }) =>
      relatedInformation?.some(({ location }) => location.uri === uri),
    );
    if (tellsOfPlace) this.resetToState(importer, DocumentState.IndexedReferences);
  }

  /** Checks may follow references through imported files and ask there whether they lead anywhere. */
  async #linkWithImports(documents: LangiumDocument[], cancelToken: CancellationToken): Promise<void> {
    const { imports } = this.#dependencies();
    for (const document of documents) {
      for (const each of [document, ...imports.importedDocuments(document)])
        if (each.state === DocumentState.ComputedScopes) await this.#link(each, cancelToken);
    }
  }

  async #link(document: LangiumDocument, cancelToken: CancellationToken): Promise<void> {
    if (!this.shouldLink(document)) return;
    const { Linker } = this.serviceRegistry.getServices(document.uri).references;
    await this.#step(document, DocumentState.Linked, cancelToken, () => Linker.link(document, cancelToken));
    await this.#step(document, DocumentState.IndexedReferences, cancelToken, () =>
      this.indexManager.updateReferences(document, cancelToken),
    );
  }

  async #validate(documents: readonly LangiumDocument[], cancelToken: CancellationToken): Promise<void> {
    for (const document of documents) {
      if (this.shouldValidate(document)) {
        await this.#step(document, DocumentState.Validated, cancelToken, async () => {
          await this.validate(document, cancelToken);
          this.markAsCompleted(document);
        });
      } else this.markAsCompleted(document);
    }
  }

  async #step(
    document: LangiumDocument,
    target: DocumentState,
    cancelToken: CancellationToken,
    work: () => Promise<void>,
  ): Promise<void> {
    if (document.state >= target) return;
    await interruptAndCheck(cancelToken);
    await work();
    document.state = target;
    await this.notifyDocumentPhase(document, target, cancelToken);
  }

  /** All documents are told of together, because who waits for the workspace waits for the last of them. */
  async #reached(
    documents: readonly LangiumDocument[],
    state: DocumentState,
    cancelToken: CancellationToken,
  ): Promise<void> {
    const there = documents.filter((document) => document.state >= state);
    await this.notifyBuildPhase(there, state, cancelToken);
  }
}
