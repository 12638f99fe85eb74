import type { LexerResult } from 'langium';

type Token = LexerResult['tokens'][number];

/** Brackets, signs and conditions may stand inside each other this many times; deeper texts are nobody's spec. */
export const DEEPEST_NESTING = 64;
/** One expression may hold this many operators. */
export const LONGEST_EXPRESSION = 500;

export const OPENING = new Set(['{', '[', '(']);
export const CLOSING = new Set(['}', ']', ')']);
const PREFIXES = new Set(['!', 'not', '-']);
const OPERATORS = new Set([
  '+',
  '-',
  '*',
  '/',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'in',
  'and',
  '&&',
  'or',
  '||',
  '?',
]);
/** Words that begin something new: what stands before them is another expression. */
const BEGINNINGS = new Set([
  '{',
  '}',
  'check',
  'warn',
  'fail',
  'when',
  'requires',
  'claim',
  'set',
  'by',
  '=',
  ':',
]);

/** Where a text goes beyond what the parser can take on its call stack, and how. */
export interface ExcessiveNesting {
  /** The first token beyond the limit. */
  readonly token: Token;
  readonly message: string;
  /** Where the last declaration before it ends: the text up to here is harmless. */
  readonly harmlessLength: number;
}

/**
 * Finds text that would exhaust the call stack of a recursive descent parser, before it is parsed: brackets inside
 * brackets, rows of signs and endless expressions. Undefined for every sane text.
 */
export function excessiveNesting(tokens: readonly Token[]): ExcessiveNesting | undefined {
  let depth = 0;
  let prefixes = 0;
  let operators = 0;
  let harmlessLength = 0;
  for (const token of tokens) {
    const { image } = token;
    if (OPENING.has(image)) depth++;
    else if (CLOSING.has(image)) depth--;
    if (image === '}' && depth === 0) harmlessLength = token.startOffset + 1;
    prefixes = PREFIXES.has(image) ? prefixes + 1 : 0;
    if (BEGINNINGS.has(image)) operators = 0;
    else if (OPERATORS.has(image)) operators++;
    if (depth > DEEPEST_NESTING || prefixes > DEEPEST_NESTING) {
      return {
        token,
        harmlessLength,
        message: `this is nested more than ${DEEPEST_NESTING} deep: split it up`,
      };
    }
    if (operators > LONGEST_EXPRESSION) {
      const message = `one expression has more than ${LONGEST_EXPRESSION} operators: split it up`;
      return { token, harmlessLength, message };
    }
  }
  return undefined;
}
