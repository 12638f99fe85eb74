import { createVigilServices } from '@vigil/language';
import { Cancellation, EmptyFileSystem, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const MAIN = 'main.vigil';
const uriOf = (file) => URI.parse(`file:///spec/${file}`);
const never = Cancellation.CancellationToken.None;

/** Everything a request handler may be asked for a place or a range; those without a provider are left out. */
const requests = {
  completion: (lsp, document, at) => lsp.CompletionProvider?.getCompletion(document, at, never),
  hover: (lsp, document, at) => lsp.HoverProvider?.getHoverContent(document, at, never),
  definition: (lsp, document, at) => lsp.DefinitionProvider?.getDefinition(document, at, never),
  references: (lsp, document, at) =>
    lsp.ReferencesProvider?.findReferences(document, { ...at, context: { includeDeclaration: true } }, never),
  highlight: (lsp, document, at) => lsp.DocumentHighlightProvider?.getDocumentHighlight(document, at, never),
  prepareRename: (lsp, document, at) => lsp.RenameProvider?.prepareRename(document, at, never),
  signatureHelp: (lsp, document, at) => lsp.SignatureHelp?.provideSignatureHelp(document, at, never),
  symbols: (lsp, document, at) => lsp.DocumentSymbolProvider?.getSymbols(document, at, never),
  folding: (lsp, document, at) => lsp.FoldingRangeProvider?.getFoldingRanges(document, at, never),
  semanticTokens: (lsp, document, at) => lsp.SemanticTokenProvider?.semanticHighlight(document, at, never),
  inlayHints: (lsp, document, at) => lsp.InlayHintProvider?.getInlayHints(document, at, never),
  codeLenses: (lsp, document, at) => lsp.CodeLensProvider?.provideCodeLens(document, at, never),
  documentLinks: (lsp, document, at) => lsp.DocumentLinkProvider?.getDocumentLinks(document, at, never),
  codeActions: (lsp, document, at) =>
    lsp.CodeActionProvider?.getCodeActions(
      document,
      { ...at, context: { diagnostics: document.diagnostics ?? [] } },
      never,
    ),
  formatting: (lsp, document, at) => lsp.Formatter?.formatDocument(document, at, never),
};

/** An editor of two files without a screen: it types, and asks the language's real services. */
export class Editor {
  #services = createVigilServices(EmptyFileSystem);
  #version = 0;

  /** Sets the text of a file and waits until everything about it is known. */
  async type(text, file = MAIN) {
    const { TextDocuments, DocumentBuilder } = this.#services.shared.workspace;
    this.#version += 1;
    TextDocuments.set(TextDocument.create(uriOf(file).toString(), 'vigil', this.#version, text));
    await DocumentBuilder.update([uriOf(file)], []);
    for (const { message } of this.diagnostics(file)) {
      if (message.includes('An error occurred')) throw new Error(message);
    }
  }

  /** The diagnostics of a file, in an order of their own. */
  diagnostics(file = MAIN) {
    const found = this.#document(file).diagnostics ?? [];
    return [...found].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }

  /** Asks everything there is to ask at an offset of the main file. */
  async ask(offset) {
    const document = this.#document(MAIN);
    const { lsp } = this.#services.vigil;
    const { textDocument } = document;
    const position = textDocument.positionAt(offset);
    const at = {
      textDocument: { uri: textDocument.uri },
      position,
      range: { start: { line: 0, character: 0 }, end: position },
      options: { tabSize: 2, insertSpaces: true },
    };
    for (const [name, request] of Object.entries(requests)) {
      try {
        await request(lsp, document, at);
      } catch (error) {
        throw new Error(`${name}: ${error instanceof Error ? error.stack : error}`);
      }
    }
  }

  /** Closes all files. */
  async close() {
    const { DocumentBuilder, LangiumDocuments, TextDocuments } = this.#services.shared.workspace;
    const uris = LangiumDocuments.all.map(({ uri }) => uri).toArray();
    for (const uri of uris) TextDocuments.delete(uri);
    await DocumentBuilder.update([], uris);
  }

  #document(file) {
    return this.#services.shared.workspace.LangiumDocuments.getDocument(uriOf(file));
  }
}
