import {
  type AstNode,
  AstUtils,
  type CstNode,
  type LexerResult,
  type Mutable,
  type ParseResult,
  RootCstNodeImpl,
} from 'langium';
import { type Declaration, type Import, Spec } from '../generated/ast.js';
import { firstErrors } from './first-errors.js';
import { explainMisspeltDeclaration } from './misspelt-declaration.js';
import { absolute, movedToken } from './origin.js';
import type { LexingError, MovableError, MovableToken, ParsingError, Piece } from './piece.js';
import { removeWreckage } from './wreckage.js';

/** The parsed text that consists of these pieces, whose nodes become part of its tree. */
export function assemble(text: string, pieces: readonly Piece[]): ParseResult {
  place(pieces);
  const value = specOf(text, pieces);
  const lexerErrors = pieces.flatMap(({ unreadable, origin }) =>
    unreadable.map((error): LexingError => {
      const { offset, line = 0, column = 0 } = error;
      const at = absolute({ offset, line, column }, origin);
      return { ...error, offset: at.offset, line: at.line + 1, column: at.column + 1 };
    }),
  );
  const errors = pieces.flatMap((piece) => piece.errors.map(placedError));
  if (errors.length === 0) return { value, lexerErrors, parserErrors: [] };
  const starts = pieces.flatMap(({ origin, declaringWords }) =>
    declaringWords
      .map((word) => absolute(word, origin))
      .filter(({ column }) => column === 0)
      .map(({ offset }) => offset),
  );
  const unreadable = lexerErrors.map(({ offset }) => offset);
  const parserErrors = firstErrors(errors, starts, unreadable).map((error) =>
    explainMisspeltDeclaration(error, value),
  );
  removeWreckage(value);
  return { value, lexerErrors, parserErrors };
}

/** Puts every piece where the one before it ends. */
export function place(pieces: readonly Piece[]): void {
  let next = { offset: 0, line: 0, column: 0 };
  for (const { origin, end } of pieces) {
    origin.moveTo(next);
    next = absolute(end, next);
  }
}

function specOf(text: string, pieces: readonly Piece[]): AstNode {
  const root = new RootCstNodeImpl(text);
  root.content = pieces.flatMap(({ nodes }) => nodes);
  for (const node of root.content) (node as Mutable<CstNode>).container = root;
  const imports = pieces.flatMap((piece) => piece.imports);
  const declarations = pieces.flatMap((piece) => piece.declarations);
  const spec = { $type: Spec.$type, ...inOrder(imports, declarations), $cstNode: root } as Spec;
  root.astNode = spec;
  AstUtils.linkContentToContainer(spec);
  return spec;
}

/** The order of properties is the order in which a tree is walked: what comes first in the text comes first. */
function inOrder(imports: Import[], declarations: Declaration[]): Pick<Spec, 'imports' | 'declarations'> {
  const first = (nodes: readonly AstNode[]) => nodes[0]?.$cstNode?.offset ?? Number.POSITIVE_INFINITY;
  return first(imports) < first(declarations) ? { imports, declarations } : { declarations, imports };
}

function placedError({ error, token, previousToken }: MovableError): ParsingError {
  return {
    ...error,
    // Name and message of an Error are not copied with its other properties.
    name: error.name,
    message: error.message,
    token: placedToken(token),
    resyncedTokens: [],
    ...(previousToken === undefined ? {} : { previousToken: placedToken(previousToken) }),
  };
}

function placedToken({ origin, token }: MovableToken): LexerResult['tokens'][number] {
  return movedToken(token, (at) => absolute(at, origin));
}
