import type { Piece } from './text-piece.js';

/** Rules in which a colon stands between a name with its title and what it is, like an operator. */
const SPACED_COLON: ReadonlySet<string> = new Set(['Feature', 'Endpoint', 'StoppingRule', 'Expression']);
/** Rules in which `-` is a sign, not a minus. */
const SIGNED: ReadonlySet<string> = new Set(['Quantity', 'CategoryLabel', 'Unary']);

/** The space between two neighbouring tokens of one statement. */
export function spaceBetween(left: Piece, right: Piece): '' | ' ' {
  if (left.kind !== 'token' || right.kind !== 'token') return ' ';
  return joins(left, right) ? '' : ' ';
}

function joins(left: Piece, right: Piece): boolean {
  switch (right.text) {
    case ',':
    case ')':
    case ']':
    case '.':
    case '@':
    case '%':
      return true;
    case ':':
      return !SPACED_COLON.has(right.rule);
    case '(':
      return right.rule !== 'Literal' || left.text === '(' || left.text === '[' || isSign(left);
    case '[':
      return right.rule === 'PathPart' || left.text === '(';
    case '..':
      return left.rule === 'Quantity';
  }
  switch (left.text) {
    case '(':
    case '[':
    case '.':
    case '@':
      return true;
    case '{':
      return right.text === '}';
    case ':':
      return left.rule === 'Allocation';
    case '..':
      return right.rule === 'Quantity';
  }
  return isSign(left);
}

function isSign({ text, rule }: Piece): boolean {
  return (text === '-' && SIGNED.has(rule)) || text === '!';
}
