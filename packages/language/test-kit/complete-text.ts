import { EmptyFileSystem, type FileSystemProvider, TextDocument, URI } from 'langium';
import type { CompletionItem, InitializeParams, TextEdit } from 'vscode-languageserver';
import type { DeclaredData } from '../src/data-files/declared-data.js';
import { snippetText } from '../src/schema/index.js';
import { createVigilServices } from '../src/services.js';

/** What is offered at the cursor of a text. */
export interface Completed {
  /** In the order an editor shows them. */
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly item: (label: string) => CompletionItem | undefined;
  /** The text once an offer is taken, with every placeholder at its default. */
  readonly accept: (label: string) => string;
}

export interface Completer {
  /** @param marked `main.vigil` with `<|>` where the cursor is */
  complete(marked: string, others?: Readonly<Record<string, string>>): Promise<Completed>;
}

/** Completes texts, one after the other, with the same services. */
export function completer(
  given: {
    readonly data?: DeclaredData;
    readonly files?: FileSystemProvider;
    readonly knowsSnippets?: boolean;
  } = {},
): Completer {
  const { data: declaredData, files, knowsSnippets = false } = given;
  const fileSystem = files === undefined ? EmptyFileSystem : { fileSystemProvider: () => files };
  const { vigil } = createVigilServices({ ...fileSystem, declaredData });
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  const capabilities = {
    textDocument: { completion: { completionItem: { snippetSupport: knowsSnippets } } },
  };
  const started = vigil.shared.lsp.LanguageServer.initialize({ capabilities } as InitializeParams);
  const uri = URI.parse('file:///spec/main.vigil');
  const complete = async (marked: string, others: Readonly<Record<string, string>> = {}) => {
    await started;
    await DocumentBuilder.update([], LangiumDocuments.all.map((document) => document.uri).toArray());
    const texts = { ...others, 'main.vigil': marked.replace('<|>', '') };
    const documents = Object.entries(texts).map(([path, text]) =>
      LangiumDocumentFactory.fromString(text, URI.parse(`file:///spec/${path}`)),
    );
    for (const document of documents) LangiumDocuments.addDocument(document);
    await DocumentBuilder.build(documents, { validation: false });
    const document = LangiumDocuments.getDocument(uri)!;
    const list = await vigil.lsp.CompletionProvider?.getCompletion(document, {
      textDocument: { uri: uri.toString() },
      position: document.textDocument.positionAt(marked.indexOf('<|>')),
    });
    const items = (list?.items ?? []).toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    const item = (label: string) => items.find((each) => each.label === label);
    const accept = (label: string): string => {
      const { textEdit, additionalTextEdits = [] } = item(label) ?? {};
      if (textEdit === undefined) throw new Error(`'${label}' is not offered`);
      const { range, newText } = textEdit as TextEdit;
      const edits = [
        { range, newText: knowsSnippets ? snippetText(newText) : newText },
        ...additionalTextEdits,
      ];
      return TextDocument.applyEdits(document.textDocument, edits);
    };
    return { items, labels: items.map(({ label }) => label), item, accept };
  };
  return { complete };
}
