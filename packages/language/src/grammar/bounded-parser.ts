import {
  type AstNode,
  createParser,
  type LangiumCoreServices,
  LangiumParser,
  type LexerResult,
  type ParseResult,
} from 'langium';
import { assemble, place } from './assemble-pieces.js';
import { editedRegion, mayReachBeyond } from './edited-region.js';
import { ErrorLimit, MOST_SYNTAX_ERRORS } from './error-limit.js';
import { MovableCstNodeBuilder } from './movable-cst.js';
import { DEEPEST_NESTING, excessiveNesting } from './nesting-limit.js';
import { divide, type ParsingError, type Piece } from './piece.js';
import { fillPieces } from './read-pieces.js';
import { isTooLarge, TOO_LARGE } from './size-limit.js';

type Token = LexerResult['tokens'][number];

/**
 * The parser of Vigil. It returns for every text whatsoever: text beyond the nesting limits is cut off where it
 * exceeds them and gives one syntax error for it; so does text with too many syntax errors. A text beyond the size
 * limit is not read at all.
 */
export class BoundedParser extends LangiumParser {
  readonly #services: LangiumCoreServices;
  readonly #limit: ErrorLimit;
  readonly #builder = new MovableCstNodeBuilder();
  /** What the trees consist of that may be edited. */
  readonly #pieces = new WeakMap<AstNode, readonly Piece[]>();
  #lexed: { readonly text: string; readonly result: LexerResult } | undefined;

  private constructor(services: LangiumCoreServices) {
    super(services);
    this.#services = services;
    // The builder is no service, so that it can only be exchanged here.
    Reflect.set(this, 'nodeBuilder', this.#builder);
    // The limits are judged by the words of a text, which need not be read from it a second time.
    Reflect.set(this, 'lexer', {
      definition: services.parser.Lexer.definition,
      tokenize: (text: string) => this.#tokenize(text),
    });
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

  override parse<T extends AstNode = AstNode>(text: string): ParseResult<T> {
    if (isTooLarge(text)) return this.#unread<T>();
    const lexed = this.#tokenize(text);
    const excess = excessiveNesting(lexed.tokens);
    const harmless = excess === undefined ? text : text.slice(0, excess.harmlessLength);
    const pieces = this.#read(harmless, excess === undefined ? lexed : this.#tokenize(harmless));
    const result = assemble(harmless, pieces);
    const errors = [...result.parserErrors];
    if (excess !== undefined) errors.push(ownError('NestingLimit', excess));
    const { stoppedAt } = this.#limit;
    if (stoppedAt !== undefined) {
      const message = `there are more than ${MOST_SYNTAX_ERRORS} syntax errors: the file is not read on from here`;
      errors.push(placedInText(ownError('TooManyErrors', { token: stoppedAt, message }), lexed.tokens));
    }
    if (errors.length === result.parserErrors.length) this.#pieces.set(result.value, pieces);
    return { ...result, parserErrors: errors } as ParseResult<T>;
  }

  /**
   * Parses a text that was edited: the same as `parse`, but what the edit does not concern is taken over from the
   * tree before, which must not be used any more.
   */
  reparse<T extends AstNode = AstNode>(text: string, tree: AstNode): ParseResult<T> {
    const pieces = this.#edited(text, tree);
    if (pieces === undefined) return this.parse<T>(text);
    this.#pieces.delete(tree);
    const result = assemble(text, pieces);
    this.#pieces.set(result.value, pieces);
    return result as ParseResult<T>;
  }

  /** The pieces of an edited text; undefined where only reading all of it gives certainty. */
  #edited(text: string, tree: AstNode): readonly Piece[] | undefined {
    if (isTooLarge(text)) return undefined;
    const before = this.#pieces.get(tree);
    const textBefore = tree.$cstNode?.root.fullText;
    if (before === undefined || textBefore === undefined) return undefined;
    const region = editedRegion(before, textBefore, text);
    const lexed = this.#tokenize(region.text);
    const right = before.slice(region.after);
    if (excessiveNesting(lexed.tokens) !== undefined) return undefined;
    if (right.length > 0 && mayReachBeyond(lexed.tokens)) return undefined;
    const read = this.#read(region.text, lexed);
    if (this.#limit.stoppedAt !== undefined || (region.first > 0 && looksBack(read))) return undefined;
    if (right.length > 0 && !endsSound(read)) return undefined;
    const fresh = right.length > 0 ? read.slice(0, -1) : read;
    const pieces = [...before.slice(0, region.first), ...fresh, ...right];
    return isBounded(pieces) ? pieces : undefined;
  }

  /** An empty tree, and one error at the first character. */
  #unread<T extends AstNode>(): ParseResult<T> {
    const result = assemble('', this.#read('', this.#tokenize('')));
    const message = `this file is not read: it ${TOO_LARGE}`;
    const { tokens } = this.#tokenize('x');
    const parserErrors = tokens.map((token) => ownError('SizeLimit', { token, message }));
    return { ...result, parserErrors } as ParseResult<T>;
  }

  #read(text: string, lexed: LexerResult): readonly Piece[] {
    const pieces = divide(text, lexed.tokens);
    place(pieces);
    this.#builder.divideAt(pieces.map(({ start, origin }) => ({ ...start, origin })));
    this.#limit.reset();
    this.#lexed = { text, result: lexed };
    const parsed = super.parse(text);
    const errors = parsed.parserErrors.map((error) => placedInText(error, lexed.tokens));
    fillPieces(pieces, parsed, errors);
    return pieces;
  }

  /** Reads the words of a text, or takes those that were read last. */
  #tokenize(text: string): LexerResult {
    const last = this.#lexed;
    this.#lexed = undefined;
    return last?.text === text ? last.result : this.#services.parser.Lexer.tokenize(text);
  }
}

/** Whether an error is about what stands before the text that was read. */
function looksBack(pieces: readonly Piece[]): boolean {
  return pieces.some(({ errors }) =>
    errors.some(({ error, previousToken }) => 'previousToken' in error && previousToken === undefined),
  );
}

/** Whether the text ends with a sound piece and its brace, so that what follows is read as it was before. */
function endsSound(pieces: readonly Piece[]): boolean {
  const [last, rest] = [pieces.at(-2), pieces.at(-1)];
  return last?.broken === false && rest?.end.offset === 0 && rest.nodes.length === 0;
}

/** Whether the pieces together stay inside the limits of a whole text. */
function isBounded(pieces: readonly Piece[]): boolean {
  let depth = 0;
  let errors = 0;
  let unreadable = 0;
  for (const piece of pieces) {
    if (depth + piece.nesting.deepest > DEEPEST_NESTING) return false;
    depth += piece.nesting.left;
    errors += piece.errors.length;
    unreadable += piece.unreadable.length;
  }
  return errors < MOST_SYNTAX_ERRORS && unreadable < MOST_SYNTAX_ERRORS;
}

/** An error that the grammar does not know of. */
function ownError(name: string, { token, message }: Pick<ParsingError, 'token' | 'message'>): ParsingError {
  const context = { ruleStack: [], ruleOccurrenceStack: [] };
  return { name, message, token, resyncedTokens: [], context };
}

/** The end of the file is no place an editor can mark: an error there is shown at the last word. */
function placedInText(error: ParsingError, tokens: readonly Token[]): ParsingError {
  const last = tokens.at(-1);
  if (last === undefined || (error.token.startLine ?? 0) > 0) return error;
  // Name and message of an Error are not copied with its other properties.
  return { ...error, name: error.name, message: error.message, token: last };
}
