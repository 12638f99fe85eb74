import type { TextDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver';

/**
 * The smallest edits that turn a piece of a document into its formatted form. The two differ in white space only, so
 * there is one edit for each gap between words that changes: cursors, folds and breakpoints stay where they are, and
 * any choice of the edits leaves the words as they were.
 *
 * @param start where in the document the piece begins
 * @returns undefined where the two differ in more than white space, which a formatter must not do
 */
export function whitespaceEdits(
  document: TextDocument,
  start: number,
  before: string,
  after: string,
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const gapBefore = gapAt(before, i);
    const gapAfter = gapAt(after, j);
    if (gapBefore !== gapAfter) {
      const range = {
        start: document.positionAt(start + i),
        end: document.positionAt(start + i + gapBefore.length),
      };
      edits.push({ range, newText: gapAfter });
    }
    i += gapBefore.length;
    j += gapAfter.length;
    while (i < before.length && before[i] === after[j] && !isSpace(before, i)) {
      i++;
      j++;
    }
    const wordGoesOn = (text: string, at: number) => at < text.length && !isSpace(text, at);
    if (wordGoesOn(before, i) && wordGoesOn(after, j)) return undefined;
    if ((wordGoesOn(before, i) && j >= after.length) || (wordGoesOn(after, j) && i >= before.length)) {
      return undefined;
    }
  }
  return edits;
}

function gapAt(text: string, from: number): string {
  let to = from;
  while (to < text.length && isSpace(text, to)) to++;
  return text.slice(from, to);
}

/** All that the language takes for white space, such as a no-break space from a word processor. */
function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
