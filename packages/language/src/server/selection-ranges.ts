import { DocumentState, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { selectionRanges } from '../editor/selection-ranges/selection-range-provider.js';

/** Answers `textDocument/selectionRange`, which Langium's server does not know. */
export function answerSelectionRanges(connection: Connection, shared: LangiumSharedServices): void {
  const { DocumentBuilder, LangiumDocuments } = shared.workspace;
  connection.onSelectionRanges(async ({ textDocument, positions }, token) => {
    const uri = URI.parse(textDocument.uri);
    await DocumentBuilder.waitUntil(DocumentState.Parsed, uri, token);
    const document = LangiumDocuments.getDocument(uri);
    return document === undefined ? null : selectionRanges(document, positions);
  });
}
