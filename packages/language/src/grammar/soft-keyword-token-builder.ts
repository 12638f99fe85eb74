import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';
import { declarationForms } from './statement-forms.js';
import { UNCLOSED_STRING, UNREADABLE } from './unreadable-text-lexer.js';

type Vocabulary = ReturnType<DefaultTokenBuilder['buildTokens']>;
type TokenType = Extract<Vocabulary, unknown[]>[number];

/**
 * Words that end a statement without anything after them. Followed by `:` or `{` they are no flags but begin the next
 * statement, a field or block of that name; the parser does not look that far.
 */
const FLAGS: ReadonlySet<string> = new Set(['optional', 'binding', 'ewma']);

/** Chevrotain never forgets a token type: those of one grammar are made once, however many services are created. */
const vocabularies = new WeakMap<Grammar, Vocabulary>();

/**
 * Makes every keyword soft, so that data columns may be called `time`, `label`, `mean` and `model`.
 *
 * The lexer reads words and keywords; ID and KIND are categories of them (Chevrotain's `CATEGORIES`), so that the
 * parser accepts a keyword wherever a name may stand. KIND leaves out the words that begin declarations: otherwise
 * `product Name { … }` could be a product or a declaration of facts, and a mistake in its body would be reported at
 * its first word.
 */
export class SoftKeywordTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): Vocabulary {
    const vocabulary = vocabularies.get(grammar) ?? this.#build(grammar, options);
    vocabularies.set(grammar, vocabulary);
    return vocabulary;
  }

  #build(grammar: Grammar, options?: TokenBuilderOptions): Vocabulary {
    const tokens = super.buildTokens(grammar, options);
    if (!Array.isArray(tokens)) return tokens;
    const id = tokens.find(({ name }) => name === 'ID');
    const kind = tokens.find(({ name }) => name === 'KIND');
    if (id === undefined || kind === undefined) return tokens;
    const word: TokenType = { name: 'WORD', PATTERN: id.PATTERN, CATEGORIES: [id, kind] };
    for (const token of tokens) {
      // Keywords have their text as pattern; terminals have a regular expression.
      if (typeof token.PATTERN !== 'string' || !/^\w+$/.test(token.PATTERN)) continue;
      token.CATEGORIES = Object.hasOwn(declarationForms, token.PATTERN) ? [id] : [id, kind];
      token.LONGER_ALT = [word];
      if (FLAGS.has(token.PATTERN)) {
        token.PATTERN = new RegExp(`${token.PATTERN}(?!\\s*[:{])`);
        token.LINE_BREAKS = false;
      }
    }
    for (const category of [id, kind]) asCategory(category);
    const closed = tokens.filter(({ name }) => name === 'STRING');
    // After the closed text in the lexer's order: it is tried only where no closing quote is found.
    const unclosed: TokenType = {
      name: UNCLOSED_STRING,
      PATTERN: /"(\\[^\r\n]|[^"\\\r\n])*/,
      CATEGORIES: closed,
    };
    const words = tokens.filter((token) => token !== id && token !== kind);
    return [...words, unclosed, word, unreadable(), id, kind];
  }
}

/**
 * Any single character, tried last. What the lexer itself finds unreadable costs it ten times as much, and a file
 * that is no spec is full of it.
 */
function unreadable(): TokenType {
  return {
    name: UNREADABLE,
    PATTERN: (text: string, offset: number): [string] | null =>
      offset < text.length ? [text.charAt(offset)] : null,
    START_CHARS_HINT: everyCharacter(),
    LINE_BREAKS: false,
  };
}

/** One character code of each group by which Chevrotain finds the tokens that may begin with it. */
function everyCharacter(): number[] {
  const single = Array.from({ length: 257 }, (_, code) => code);
  const groups = Array.from({ length: 256 }, (_, group) => 255 * (group + 2)).filter((code) => code < 65_536);
  return [...single, ...groups];
}

/** The lexer never reads a category itself. */
function asCategory(token: TokenType): void {
  token.PATTERN = () => null;
  token.START_CHARS_HINT = [];
  token.LINE_BREAKS = false;
}
