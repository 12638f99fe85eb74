import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';

/** The token of a text whose closing quote is missing: a text to the parser, an error to the writer. */
export const UNCLOSED_STRING = 'UNCLOSED_STRING';

/**
 * Reads a text without its closing quote as a text up to the end of its line and reports that alone. Read word by
 * word, it would derail the parser for the rest of the declaration.
 */
export class UnclosedStringLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    const unclosed = result.tokens.filter(({ tokenType }) => tokenType.name === UNCLOSED_STRING);
    if (unclosed.length === 0) return result;
    const errors = unclosed.map(({ startOffset, startLine, startColumn, image }) => ({
      offset: startOffset,
      line: startLine,
      column: startColumn,
      length: image.length,
      message: 'the closing quote of this text is missing',
    }));
    return { ...result, errors: [...result.errors, ...errors].sort((a, b) => a.offset - b.offset) };
  }
}
