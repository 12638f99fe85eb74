import { hiddenCharacters } from '../../../grammar/hidden-characters.js';
import type { QuickFix } from '../quick-fix.js';

/** Where there are several hidden characters in a file: removes them all. */
export const removeAllHidden: QuickFix = ({ document: { textDocument } }) => {
  const found = hiddenCharacters(textDocument.getText());
  if (found.length < 2) return [];
  const edits = found.map(({ offset, length }) => ({
    range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) },
    newText: '',
  }));
  return [{ title: 'Remove all hidden characters of this file', edits }];
};
