import type { LexerResult } from 'langium';

type Token = LexerResult['tokens'][number];

/** A place in a text; lines and columns are counted from 0, in UTF-16 units. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Where a piece of a text begins; it moves when the text before it changes, and everything in the piece with it. */
export class Origin implements Place {
  offset = 0;
  line = 0;
  column = 0;

  moveTo({ offset, line, column }: Place): void {
    this.offset = offset;
    this.line = line;
    this.column = column;
  }
}

/** A place given relative to the beginning of a piece. */
export function relativeTo({ offset, line, column }: Place, start: Place): Place {
  const sameLine = line === start.line;
  return {
    offset: offset - start.offset,
    line: line - start.line,
    column: sameLine ? column - start.column : column,
  };
}

/** The reverse of `relativeTo`. */
export function absolute({ offset, line, column }: Place, start: Place): Place {
  return {
    offset: start.offset + offset,
    line: start.line + line,
    column: line === 0 ? start.column + column : column,
  };
}

/** A token with its place changed by one of the two functions above. */
export function movedToken(token: Token, move: (place: Place) => Place): Token {
  const {
    startOffset,
    startLine = 1,
    startColumn = 1,
    endOffset = startOffset,
    endLine = 1,
    endColumn = 1,
  } = token;
  const start = move({ offset: startOffset, line: startLine - 1, column: startColumn - 1 });
  const end = move({ offset: endOffset, line: endLine - 1, column: endColumn - 1 });
  return {
    ...token,
    startOffset: start.offset,
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endOffset: end.offset,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}
