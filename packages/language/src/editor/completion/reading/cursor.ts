import type { LangiumDocument, Lexer } from 'langium';
import { declarationAround, lineStart, type Span } from './declaration-range.js';
import { type Word, wordsOf } from './word.js';

/** What is being typed at a cursor, and what stands around it in its declaration. */
export interface Cursor {
  readonly offset: number;
  readonly before: readonly Word[];
  readonly after: readonly Word[];
  /** What is replaced: the word or text the cursor stands in or behind; nothing where a word is about to begin. */
  readonly range: Span;
  /** What is typed of it, without quotes. */
  readonly typed: string;
  readonly within: 'word' | 'backticks' | 'text';
  /** Whether a text has its closing quote. */
  readonly isClosed: boolean;
  /** Whether nothing but space stands before it on its line. */
  readonly isFirstOnLine: boolean;
  /** Whether the innermost body around it was opened on its line. */
  readonly opensOnLine: boolean;
}

/** @returns undefined where nothing can be completed: in a comment, a number, or a text of several lines */
export function cursorAt(document: LangiumDocument, offset: number, lexer: Lexer): Cursor | undefined {
  const text = document.textDocument.getText();
  const { start, end } = declarationAround(document, offset);
  const { words, comments } = wordsOf(text.slice(start, end), start, lexer);
  if (comments.some((comment) => isInside(comment, text, offset))) return undefined;
  const backtick = openBacktick(text, offset);
  const from = backtick ?? offset;
  const before = words.filter((word) => word.end <= from);
  const touching = words.find((word) => word.start < offset && offset <= word.end);
  if (opensComment(before)) return undefined;
  const line = text.slice(lineStart(text, offset), backtick ?? touching?.start ?? offset);
  const place = {
    offset,
    after: words.filter((word) => word.start >= offset),
    isFirstOnLine: /^\s*$/.test(line),
    opensOnLine: opensBody(before, offset - line.length),
  };
  if (backtick !== undefined) {
    const typed = text.slice(backtick + 1, offset);
    const range = { start: backtick, end: offset };
    return { ...place, before, range, typed, within: 'backticks', isClosed: false };
  }
  const free = { ...place, before, range: { start: offset, end: offset }, typed: '' } as const;
  if (touching === undefined) return { ...free, within: 'word', isClosed: false };
  const earlier = before.filter((word) => word !== touching);
  const typed = text.slice(touching.start, offset);
  const whole = { start: touching.start, end: touching.end };
  const at = { ...place, before: earlier, range: whole, typed } as const;
  const { names } = touching;
  if (names.includes('ID') || names.includes('KIND')) return { ...at, within: 'word', isClosed: false };
  if (names.includes('QUOTED') && offset < touching.end) {
    return { ...at, typed: typed.slice(1), within: 'backticks', isClosed: true };
  }
  if (names.includes('STRING')) {
    const isClosed = !names.includes('UNCLOSED_STRING');
    if (isClosed && offset === touching.end) return undefined;
    const range = { start: touching.start + 1, end: isClosed ? touching.end - 1 : offset };
    return { ...at, range, typed: typed.slice(1), within: 'text', isClosed };
  }
  // Behind a sign, such as `:` or `(`, a word begins; behind a number, date or closed text it needs a space.
  const isDecimal = touching.text === '.' && /^\d/.test(earlier.at(-1)?.text ?? '');
  const isSign = !isDecimal && !/[\w%"`)\]}]$/.test(touching.text);
  return isSign && offset === touching.end
    ? { ...free, before: [...earlier, touching], within: 'word', isClosed: false }
    : undefined;
}

/** Whether a body is open at the end of words that begins at an offset or later. */
function opensBody(words: readonly Word[], from: number): boolean {
  let depth = 0;
  for (let index = words.length - 1; index >= 0 && words[index]!.start >= from; index--) {
    if (words[index]!.text === '}') depth++;
    if (words[index]!.text === '{' && depth-- === 0) return true;
  }
  return false;
}

/** A comment to the end of a line also has the cursor behind its last character. */
function isInside({ start, end }: Span, text: string, offset: number): boolean {
  if (offset <= start) return false;
  return text.startsWith('//', start) ? offset <= end : offset < end;
}

/** A comment that is never closed is read as a division and a multiplication without a space between. */
function opensComment(words: readonly Word[]): boolean {
  return words.some(
    ({ text, end }, index) =>
      text === '/' && words[index + 1]?.text === '*' && words[index + 1]?.start === end,
  );
}

/** Offset of a backtick before the cursor on its line that is not closed yet. */
function openBacktick(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  const line = text
    .slice(start, offset)
    .replaceAll(/"(\\.|[^"\\])*"/g, (quoted) => ' '.repeat(quoted.length));
  const last = line.lastIndexOf('`');
  if (line.split('`').length % 2 === 1 || line.includes('"')) return undefined;
  const rest = text.slice(offset, offset + 200);
  return /^[^`\r\n]*`/.test(rest) ? undefined : start + last;
}
