import {
  type AstNode,
  CstNodeBuilder,
  createParser,
  type LangiumCoreServices,
  LangiumParser,
  type LexerResult,
  type ParseResult,
  type ParserOptions,
} from 'langium';
import { ErrorLimit, MOST_SYNTAX_ERRORS } from './error-limit.js';
import { firstErrors } from './first-errors.js';
import { explainMisspeltDeclaration } from './misspelt-declaration.js';
import { excessiveNesting } from './nesting-limit.js';
import { removeWreckage } from './wreckage.js';

type SyntaxError = ParseResult['parserErrors'][number];
type Token = LexerResult['tokens'][number];
type HiddenTokens = Parameters<CstNodeBuilder['addHiddenNodes']>[0];

/**
 * Langium calls this before every token, mostly with no hidden token at all, and then searches the tree for the
 * place where nothing is inserted: quadratic time for long lists (32 s for a list of 300,000 words, 2 s without).
 */
class SparingCstNodeBuilder extends CstNodeBuilder {
  override addHiddenNodes(tokens: HiddenTokens): void {
    if (tokens.length > 0) super.addHiddenNodes(tokens);
  }
}

/**
 * The parser of Vigil. It returns for every text whatsoever: text beyond the nesting limits is cut off where it
 * exceeds them and gives one syntax error for it; so does text with too many syntax errors.
 */
export class BoundedParser extends LangiumParser {
  readonly #services: LangiumCoreServices;
  readonly #limit: ErrorLimit;

  private constructor(services: LangiumCoreServices) {
    super(services);
    this.#services = services;
    // The builder is no service, so that it can only be exchanged here.
    Reflect.set(this, 'nodeBuilder', new SparingCstNodeBuilder());
    // Only error messages use it: the first words of each alternative do, and longer paths take 200 ms to list.
    Reflect.set(this.wrapper, 'maxLookahead', 1);
    this.#limit = new ErrorLimit(this.wrapper);
  }

  /** A parser that is ready for use; its rules are derived from the grammar. */
  static create(services: LangiumCoreServices): BoundedParser {
    const parser = createParser(
      services.Grammar,
      new BoundedParser(services),
      services.parser.Lexer.definition,
    );
    parser.finalize();
    return parser;
  }

  override parse<T extends AstNode = AstNode>(text: string, options: ParserOptions = {}): ParseResult<T> {
    const lexed = this.#services.parser.Lexer.tokenize(text);
    const { tokens } = lexed;
    const excess = excessiveNesting(tokens);
    this.#limit.reset();
    const result = super.parse<T>(
      excess === undefined ? text : text.slice(0, excess.harmlessLength),
      options,
    );
    const placed = result.parserErrors.map((error) => placedInText(error, tokens));
    const parserErrors = firstErrors(placed, lexed).map((error) =>
      explainMisspeltDeclaration(error, result.value, tokens),
    );
    if (placed.length > 0) removeWreckage(result.value);
    if (excess !== undefined) parserErrors.push(ownError('NestingLimit', excess));
    const { stoppedAt } = this.#limit;
    if (stoppedAt !== undefined) {
      const message = `there are more than ${MOST_SYNTAX_ERRORS} syntax errors: the file is not read on from here`;
      parserErrors.push(placedInText(ownError('TooManyErrors', { token: stoppedAt, message }), tokens));
    }
    return { ...result, parserErrors };
  }
}

/** An error that the grammar does not know of. */
function ownError(name: string, { token, message }: Pick<SyntaxError, 'token' | 'message'>): SyntaxError {
  const context = { ruleStack: [], ruleOccurrenceStack: [] };
  return { name, message, token, resyncedTokens: [], context };
}

/** The end of the file is no place an editor can mark: an error there is shown at the last word. */
function placedInText(error: SyntaxError, tokens: readonly Token[]): SyntaxError {
  const last = tokens.at(-1);
  if (last === undefined || (error.token.startLine ?? 0) > 0) return error;
  // Name and message of an Error are not copied with its other properties.
  return { ...error, name: error.name, message: error.message, token: last };
}
