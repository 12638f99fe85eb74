import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';

/** The token of a text whose closing quote is missing: a text to the parser, an error to the writer. */
export const UNCLOSED_STRING = 'UNCLOSED_STRING';
/** A character that no token begins with. */
export const UNREADABLE = 'UNREADABLE';

/** So many places are reported; nobody mends more at a time. */
const MOST_PLACES = 500;

type Token = LexerResult['tokens'][number];
type LexingError = LexerResult['errors'][number];

/**
 * Reads a text without its closing quote as a text up to the end of its line and reports that alone. Read word by
 * word, it would derail the parser for the rest of the declaration. Characters that mean nothing are reported and
 * left out.
 */
export class UnreadableTextLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    const errors: LexingError[] = [];
    let unreadable = false;
    for (const token of result.tokens) {
      const { name } = token.tokenType;
      if (name === UNCLOSED_STRING) {
        add(errors, token, 'the closing quote of this text is missing');
      } else if (name === UNREADABLE) {
        unreadable = true;
        const last = errors.at(-1);
        if (last !== undefined && last.offset + last.length === token.startOffset) last.length++;
        else add(errors, token, 'this character has no meaning here');
      }
    }
    if (errors.length === 0) return result;
    const tokens = unreadable
      ? result.tokens.filter(({ tokenType }) => tokenType.name !== UNREADABLE)
      : result.tokens;
    return { ...result, tokens, errors: [...result.errors, ...errors].sort((a, b) => a.offset - b.offset) };
  }
}

function add(
  errors: LexingError[],
  { startOffset, startLine, startColumn, image }: Token,
  message: string,
): void {
  if (errors.length === MOST_PLACES) return;
  errors.push({ offset: startOffset, line: startLine, column: startColumn, length: image.length, message });
}
