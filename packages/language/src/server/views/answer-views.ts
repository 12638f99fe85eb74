import { DocumentState, type LangiumDocument, URI, UriUtils } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { documents } from '../../documents/documents.js';
import type { Spec } from '../../generated/ast.js';
import { compileSpec } from '../../protocol/compile/compile-spec.js';
import type { VigilServices } from '../../services.js';
import { outlineOf } from './outline.js';
import {
  type DocumentAnswer,
  type DocumentParams,
  documentRequest,
  type OutlineParams,
  outlineRequest,
  type SpecOutline,
} from './requests.js';

/** Answers the requests of an editor's views. */
export function answerViews(connection: Connection, services: VigilServices): void {
  const { DocumentBuilder, LangiumDocuments } = services.shared.workspace;
  const { ImportGraph } = services.references;

  async function reached(state: DocumentState, uri: string, token: CancellationToken) {
    const parsed = URI.parse(uri);
    if (!LangiumDocuments.hasDocument(parsed)) return undefined;
    await DocumentBuilder.waitUntil(state, parsed, token);
    return LangiumDocuments.getDocument(parsed);
  }

  connection.onRequest(
    outlineRequest,
    async ({ uri }: OutlineParams, token: CancellationToken): Promise<SpecOutline | null> => {
      const document = await reached(DocumentState.IndexedContent, uri, token);
      return document === undefined ? null : outlineOf(document, ImportGraph.importedDocuments(document));
    },
  );

  connection.onRequest(
    documentRequest,
    async (asked: DocumentParams, token: CancellationToken): Promise<DocumentAnswer> => {
      const entry = await reached(DocumentState.Validated, asked.uri, token);
      if (entry === undefined) return { kind: 'unknown', message: 'This file is not open as a spec.' };
      return rendered(entry, asked);
    },
  );

  function rendered(entry: LangiumDocument, asked: DocumentParams): DocumentAnswer {
    const wanted = documents.find(({ name }) => name === asked.document);
    if (wanted === undefined)
      return { kind: 'unknown', message: `There is no document '${asked.document}'.` };
    const all = [entry, ...ImportGraph.importedDocuments(entry)] as LangiumDocument<Spec>[];
    const errors = all.flatMap(errorsOf).length;
    if (errors > 0) return { kind: 'invalid', errors };
    const folder = UriUtils.dirname(entry.uri);
    const compilation = compileSpec({ services, folder, documents: all });
    const tree = wanted.compose({ compilation, conformance: null });
    return { kind: 'document', tree, protocolId: compilation.protocolId };
  }
}

function errorsOf({ diagnostics = [], parseResult }: LangiumDocument) {
  return [...parseResult.parserErrors, ...diagnostics.filter(({ severity }) => severity === 1)];
}
