import { DocumentState } from 'langium';
import { createRequestHandler, type LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { CompletionQuestion } from '../editor/completion/question.js';

/**
 * Answers `textDocument/completion` for the text it was asked of: keys are pressed while the build is waited for, and
 * the editor puts what it is offered where it asked. Langium's own handler, which it takes the place of, no longer knows
 * that text.
 */
export function answerCompletion(connection: Connection, shared: LangiumSharedServices): void {
  const answer = createRequestHandler(
    ({ lsp }, document, question: CompletionQuestion, cancelToken) =>
      lsp?.CompletionProvider?.getCompletion(document, question, cancelToken),
    shared,
    DocumentState.Linked,
  );
  connection.onCompletion((params, cancelToken) => {
    const asked = shared.workspace.TextDocuments.get(params.textDocument.uri)?.getText();
    return answer({ ...params, asked }, cancelToken);
  });
}
