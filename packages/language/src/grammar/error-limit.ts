import type { LexerResult } from 'langium';

type Token = LexerResult['tokens'][number];

/**
 * So many syntax errors are read, then reading stops. Nobody mends more at a time; a file that is no spec at all has
 * a hundred thousand, which takes minutes, and the parser goes one step deeper into its call stack with each.
 */
export const MOST_SYNTAX_ERRORS = 150;

/** The parts of Chevrotain's parser that the limit needs. */
interface RecoveringParser {
  readonly _errors: readonly unknown[];
  SAVE_ERROR(error: unknown): unknown;
  LA(distance: number): Token;
  moveToTerminatedState(): void;
}

/** Ends the reading of hopeless texts. */
export class ErrorLimit {
  #stoppedAt: Token | undefined;

  constructor(parser: object) {
    const own = parser as RecoveringParser;
    const save = own.SAVE_ERROR.bind(own);
    Reflect.set(own, 'SAVE_ERROR', (error: unknown): unknown => {
      if (own._errors.length < MOST_SYNTAX_ERRORS) return save(error);
      this.#stoppedAt ??= own.LA(1);
      // At its end no text has anything left to recover with.
      own.moveToTerminatedState();
      return error;
    });
  }

  /** Forgets the last text. */
  reset(): void {
    this.#stoppedAt = undefined;
  }

  /** Where reading stopped, if it did. */
  get stoppedAt(): Token | undefined {
    return this.#stoppedAt;
  }
}
