import { isCompositeCstNode, type LexerResult, type ParseResult } from 'langium';
import type { Spec } from '../generated/ast.js';
import { originOf } from './movable-cst.js';
import { movedToken, type Origin, relativeTo } from './origin.js';
import type { MovableToken, ParsingError, UnparsedPiece } from './piece.js';

type Token = LexerResult['tokens'][number];

/**
 * Gives every piece what the parser made of it.
 *
 * @param pieces of the text that was parsed
 * @param parsed the tree of that text, and its errors with their words placed in the text
 */
export function fillPieces(
  pieces: readonly UnparsedPiece[],
  parsed: ParseResult,
  errors: readonly ParsingError[],
): void {
  const byOrigin = new Map(pieces.map((piece) => [piece.origin, piece]));
  const last = pieces.at(-1)!;
  const pieceOf = (origin: Origin | undefined): UnparsedPiece =>
    (origin === undefined ? undefined : byOrigin.get(origin)) ?? last;
  const root = parsed.value.$cstNode;
  for (const node of isCompositeCstNode(root) ? root.content : []) pieceOf(originOf(node)).nodes.push(node);
  const { imports = [], declarations = [] } = parsed.value as Partial<Spec>;
  for (const node of imports) pieceOf(node.$cstNode && originOf(node.$cstNode)).imports.push(node);
  for (const node of declarations) pieceOf(node.$cstNode && originOf(node.$cstNode)).declarations.push(node);
  const pieceAt = (offset: number): UnparsedPiece => {
    let at = pieces.length - 1;
    while (at > 0 && pieces[at]!.start.offset > offset) at--;
    return pieces[at]!;
  };
  const movable = (token: Token): MovableToken => {
    const { origin, start } = pieceAt(token.startOffset);
    return { origin, token: movedToken(token, (place) => relativeTo(place, start)) };
  };
  for (const error of errors) {
    const previous = 'previousToken' in error ? (error.previousToken as Token) : undefined;
    const piece = pieceAt(error.token.startOffset);
    piece.errors.push({
      error,
      token: movable(error.token),
      previousToken: previous === undefined || !isPlaced(previous) ? undefined : movable(previous),
    });
    piece.broken = true;
    for (const { startOffset } of error.resyncedTokens) pieceAt(startOffset).broken = true;
  }
  for (const error of parsed.lexerErrors) {
    const piece = pieceAt(error.offset);
    const place = { offset: error.offset, line: (error.line ?? 1) - 1, column: (error.column ?? 1) - 1 };
    piece.unreadable.push({ ...error, ...relativeTo(place, piece.start) });
    piece.broken = true;
  }
  if (errors.length > 0) for (const piece of pieces) if (!standsAlone(piece)) piece.broken = true;
}

/** Whether a token stands in the text; those that recovery invents, and the end of the file, do not. */
function isPlaced({ startOffset }: Token): boolean {
  return startOffset >= 0;
}

/** Whether the parser stood outside of all declarations where the piece begins, and again where it ends. */
function standsAlone({ origin, end, firstWord, nodes }: UnparsedPiece): boolean {
  const visible = nodes.filter(({ hidden }) => !hidden);
  if (firstWord === undefined) return visible.length === 0;
  const limit = origin.offset + end.offset;
  return visible[0]?.offset === origin.offset + firstWord && visible.every((node) => node.end <= limit);
}
