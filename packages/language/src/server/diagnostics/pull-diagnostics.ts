import { DocumentState, isOperationCancelled, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { resultIdOf } from './result-id.js';

/**
 * Answers `textDocument/diagnostic` and `workspace/diagnostic`, which Langium's server does not know. What the editor
 * has already is not sent again.
 */
export function answerPulls(connection: Connection, shared: LangiumSharedServices): void {
  const { DocumentBuilder, LangiumDocuments, TextDocuments, WorkspaceManager } = shared.workspace;
  const checked = async (token: CancellationToken, uri?: URI): Promise<void> => {
    try {
      await WorkspaceManager.ready;
      if (uri === undefined) await DocumentBuilder.waitUntil(DocumentState.Validated, token);
      else await DocumentBuilder.waitUntil(DocumentState.Validated, uri, token);
    } catch (error) {
      throw isOperationCancelled(error) ? tryAgain() : error;
    }
  };

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const uri = URI.parse(textDocument.uri);
    await WorkspaceManager.ready;
    // Of a file that was closed, or is no spec, there is nothing to find.
    const isKnown = LangiumDocuments.hasDocument(uri) || TextDocuments.get(uri) !== undefined;
    if (!isKnown) return report([], previousResultId);
    await checked(token, uri);
    return report(LangiumDocuments.getDocument(uri)?.diagnostics ?? [], previousResultId);
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    await checked(token);
    const known = new Map(previousResultIds.map(({ uri, value }) => [URI.parse(uri).toString(), value]));
    const ofDocument = (document: LangiumDocument): WorkspaceDocumentDiagnosticReport => {
      const uri = document.uri.toString();
      const version = TextDocuments.get(uri)?.version ?? null;
      return { ...report(document.diagnostics ?? [], known.get(uri)), uri, version };
    };
    const documents = LangiumDocuments.all.toArray();
    const there = new Set(documents.map(({ uri }) => uri.toString()));
    const gone = [...known].filter(([uri]) => !there.has(uri));
    return {
      items: [
        ...documents.map(ofDocument),
        ...gone.map(([uri, before]) => ({ ...report([], before), uri, version: null })),
      ].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    };
  });
}

function report(findings: readonly Diagnostic[], before: string | undefined): DocumentDiagnosticReport {
  const resultId = resultIdOf(findings);
  return resultId === before
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: [...findings] };
}

/** A newer edit has overtaken the question. */
function tryAgain(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed meanwhile.', {
    retriggerRequest: true,
  });
}
