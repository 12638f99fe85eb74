import type { CstNode, LexerResult, ParseResult } from 'langium';
import type { Declaration, Import } from '../generated/ast.js';
import { CLOSING, OPENING } from './nesting-limit.js';
import { Origin, type Place, relativeTo } from './origin.js';
import { declarationForms } from './statement-forms.js';

type Token = LexerResult['tokens'][number];
export type ParsingError = ParseResult['parserErrors'][number];
export type LexingError = LexerResult['errors'][number];

/** A token that moves with its piece. */
export interface MovableToken {
  readonly origin: Origin;
  /** Placed relative to the piece. */
  readonly token: Token;
}

/** A syntax error that moves with the pieces its words stand in. */
export interface MovableError {
  readonly error: ParsingError;
  readonly token: MovableToken;
  readonly previousToken: MovableToken | undefined;
}

/**
 * A piece of a text, up to and including a brace that closes a declaration; the last one holds the rest. Between two
 * pieces the parser stands outside of all declarations and remembers nothing, so that a piece without errors is read
 * in the same way whatever stands around it.
 */
export interface Piece {
  readonly origin: Origin;
  /** Where the next piece begins, relative to this one. */
  readonly end: Place;
  /** How many brackets it leaves open, and how many are open at most in it. */
  readonly nesting: { readonly left: number; readonly deepest: number };
  /** Where its first word stands in it, if it has one. */
  readonly firstWord: number | undefined;
  /** The words at a line's start that begin declarations, placed relative to the piece. */
  readonly declaringWords: readonly Place[];
  readonly imports: Import[];
  /** With those that are only wreckage. */
  readonly declarations: Declaration[];
  /** The nodes of the concrete tree that stand at its top. */
  readonly nodes: CstNode[];
  readonly errors: MovableError[];
  /** Placed relative to the piece, from 0. */
  readonly unreadable: LexingError[];
  /** Whether it could not be read as it stands: then it depends on what stands after it. */
  broken: boolean;
}

/** A piece of which only the words are known, and where it begins in the text that is parsed. */
export interface UnparsedPiece extends Piece {
  readonly start: Place;
}

/** Divides a text after every brace that closes a declaration. */
export function divide(text: string, tokens: readonly Token[]): UnparsedPiece[] {
  const pieces: UnparsedPiece[] = [];
  let start: Place = { offset: 0, line: 0, column: 0 };
  let words: Token[] = [];
  let depth = 0;
  const close = (next: Place): void => {
    pieces.push(unparsed(start, next, words));
    start = next;
    words = [];
  };
  for (const token of tokens) {
    words.push(token);
    if (token.image === '{') depth++;
    // One brace too many closes nothing.
    else if (token.image === '}') depth = Math.max(0, depth - 1);
    if (token.image !== '}' || depth > 0) continue;
    const { startOffset, endLine = 1, endColumn = 1 } = token;
    close({ offset: startOffset + 1, line: endLine - 1, column: endColumn });
  }
  close({ offset: text.length, line: start.line, column: start.column });
  return pieces;
}

function unparsed(start: Place, next: Place, words: readonly Token[]): UnparsedPiece {
  let left = 0;
  let deepest = 0;
  const declaringWords: Place[] = [];
  for (const { image, startOffset, startLine = 1, startColumn = 1 } of words) {
    if (OPENING.has(image)) deepest = Math.max(deepest, ++left);
    else if (CLOSING.has(image)) left--;
    const place = relativeTo({ offset: startOffset, line: startLine - 1, column: startColumn - 1 }, start);
    if (place.column === 0 && Object.hasOwn(declarationForms, image)) declaringWords.push(place);
  }
  return {
    start,
    origin: new Origin(),
    end: relativeTo(next, start),
    nesting: { left, deepest },
    firstWord: words[0] === undefined ? undefined : words[0].startOffset - start.offset,
    declaringWords,
    imports: [],
    declarations: [],
    nodes: [],
    errors: [],
    unreadable: [],
    broken: false,
  };
}
