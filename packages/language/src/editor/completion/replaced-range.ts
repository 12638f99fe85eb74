import { TextDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import type { CompletionQuestion } from './question.js';
import type { Cursor } from './reading/cursor.js';

/**
 * What an offer replaces. An editor counts what was typed behind the cursor since it asked as typed already: were it
 * part of the range, as much of what follows would be lost.
 *
 * @returns undefined where the text before the cursor is another by now
 */
export function replacedRange(
  { offset, range: { start, end } }: Cursor,
  document: TextDocument,
  { asked, position }: CompletionQuestion,
): Range | undefined {
  const now = document.getText();
  let typed = 0;
  if (asked !== undefined && asked !== now) {
    const before = TextDocument.create(document.uri, document.languageId, 0, asked).offsetAt(position);
    if (before !== offset || !now.startsWith(asked.slice(0, offset))) return undefined;
    typed = typedSince(asked.slice(offset), now.slice(offset));
  }
  return {
    start: document.positionAt(start),
    end: document.positionAt(Math.max(offset, end - typed)),
  };
}

/** How many characters were typed before a rest of a text; no end of them where the rest is another by now. */
function typedSince(rest: string, now: string): number {
  return now.endsWith(rest) ? now.length - rest.length : Number.POSITIVE_INFINITY;
}
