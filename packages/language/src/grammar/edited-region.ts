import type { LexerResult } from 'langium';
import type { Piece } from './piece.js';

/** The pieces of a text that an edit concerns, and the text they consist of now. */
export interface EditedRegion {
  /** Index of the first piece concerned. */
  readonly first: number;
  /** Index after the last one. */
  readonly after: number;
  readonly text: string;
}

/**
 * What must be read again after an edit: the pieces it touches, broken pieces beside them, and one sound piece more,
 * by which can be seen whether the parser has found its feet again.
 */
export function editedRegion(pieces: readonly Piece[], before: string, now: string): EditedRegion {
  const start = commonStart(before, now);
  const end = before.length - commonEnd(before, now, start);
  let first = pieces.length - 1;
  while (first > 0 && pieces[first]!.origin.offset > start) first--;
  let after = first + 1;
  while (after < pieces.length && pieces[after]!.origin.offset < end) after++;
  while (first > 0 && pieces[first - 1]!.broken) first--;
  while (after < pieces.length && pieces[after]!.broken) after++;
  if (after < pieces.length) after++;
  const from = pieces[first]!.origin.offset;
  const rest = after < pieces.length ? before.length - pieces[after]!.origin.offset : 0;
  return { first, after, text: ownText(now.slice(from, now.length - rest)) };
}

/** Whether a comment or a long text that begins here may end beyond the region. */
export function mayReachBeyond(tokens: LexerResult['tokens']): boolean {
  return tokens.some(({ image, startOffset }, index) => {
    const next = tokens[index + 1];
    if (next === undefined || next.startOffset !== startOffset + image.length) return false;
    return (image === '/' && next.image === '*') || (image === '""' && next.image.startsWith('"'));
  });
}

function commonStart(before: string, now: string): number {
  const longest = Math.min(before.length, now.length);
  let length = 0;
  while (length < longest && before.charCodeAt(length) === now.charCodeAt(length)) length++;
  return length;
}

function commonEnd(before: string, now: string, start: number): number {
  const longest = Math.min(before.length, now.length) - start;
  let length = 0;
  while (
    length < longest &&
    before.charCodeAt(before.length - 1 - length) === now.charCodeAt(now.length - 1 - length)
  )
    length++;
  return length;
}

/** A slice of a text keeps the whole text in memory as long as it lives; names in the tree are such slices. */
function ownText(slice: string): string {
  return ` ${slice}`.slice(1);
}
