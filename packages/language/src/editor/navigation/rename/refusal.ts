import { type AstNode, AstUtils, type LangiumDocument, UriUtils } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * Ends a rename; editors show the sentence.
 * @throws ResponseError always
 */
export function refuse(sentence: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

/** "line 3", or "cohorts.vigil, line 3" in another file than the one a rename began in. */
export function lineIn(document: LangiumDocument, line: number, from: LangiumDocument): string {
  const place = `line ${line + 1}`;
  return document === from
    ? place
    : `${UriUtils.relative(UriUtils.dirname(from.uri), document.uri)}, ${place}`;
}

/** The line a node begins in, as `lineIn` says it. */
export function placeOfNode(node: AstNode, from: LangiumDocument): string {
  return lineIn(AstUtils.getDocument(node), node.$cstNode?.range.start.line ?? 0, from);
}
