import type { Lexer } from 'langium';

/** A word of the text, as the parser sees it. */
export interface Word {
  readonly text: string;
  /** The terminals and keywords it can be taken for. */
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly isFirstOnLine: boolean;
}

/** The words of a part of a text, and its comments; both with offsets in the whole text. */
export interface Words {
  readonly words: readonly Word[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** @param from offset of the part in the text */
export function wordsOf(part: string, from: number, lexer: Lexer): Words {
  const { tokens, hidden } = lexer.tokenize(part);
  let line = 0;
  const words = tokens.map(({ image, tokenType, startOffset, startLine = 1, endLine = startLine }): Word => {
    const isFirstOnLine = startLine !== line;
    line = endLine;
    const names = [tokenType.name, ...(tokenType.CATEGORIES ?? []).map(({ name }) => name)];
    return {
      text: image,
      names,
      start: from + startOffset,
      end: from + startOffset + image.length,
      isFirstOnLine,
    };
  });
  const comments = hidden
    .filter(({ tokenType }) => tokenType.name.endsWith('COMMENT'))
    .map(({ startOffset, image }) => ({
      start: from + startOffset,
      end: from + startOffset + image.length,
    }));
  return { words, comments };
}
