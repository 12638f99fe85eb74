import type { ParseResult } from 'langium';

type SyntaxError = ParseResult['parserErrors'][number];

/** Nobody mends more at a time, and a file that is no spec has thousands; one more error may say that there are more. */
const MOST_ERRORS = 99;

/**
 * Of the syntax errors between two declarations only the first: the parser stumbles over the same mistake again
 * until it finds its feet. Declarations are told by a word that begins one at the start of a line, because braces
 * cannot be trusted here. Where the text itself is unreadable, that is the first error, and none of these remains.
 *
 * @param starts the offsets where declarations begin, ascending
 * @param unreadable the offsets of unreadable text
 */
export function firstErrors(
  errors: readonly SyntaxError[],
  starts: readonly number[],
  unreadable: readonly number[],
): SyntaxError[] {
  const seen = new Set(unreadable.map((offset) => declarationsBefore(offset, starts)));
  const first: SyntaxError[] = [];
  for (const error of errors) {
    // An error at the very beginning of a declaration is about the one before it, whose brace is missing.
    const declaration = declarationsBefore(error.token.startOffset, starts);
    if (!seen.has(declaration)) first.push(error);
    seen.add(declaration);
    if (first.length === MOST_ERRORS) break;
  }
  return first;
}

/** How many of the ascending offsets lie before an offset, by bisection. */
function declarationsBefore(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
