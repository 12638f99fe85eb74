import { CstUtils, type LangiumDocument } from 'langium';
import { isDamaged } from '../checks/damaged-text.js';

/** Stands between two words; no word of the language holds it. */
const SEPARATOR = '\u0000';

/**
 * Everything of a file that the checks of other files may read, as one text: its words in order, without comments,
 * white space and positions. Two versions of a file with the same signature mean the same to all other files.
 *
 * Where a file could not be read, checks search its text for what may have been declared there, so that the whole
 * text counts. Positions are no part of it: what tells of a place in another file links it as related information,
 * by which the document builder knows it.
 */
export function publicSignature(document: LangiumDocument): string {
  const root = document.parseResult.value.$cstNode;
  if (root === undefined) return document.textDocument.getText();
  const text = root.root.fullText;
  if (isDamaged(document)) return text;
  const words: string[] = [];
  for (const leaf of CstUtils.flattenCst(root))
    if (!leaf.hidden) words.push(text.slice(leaf.offset, leaf.end));
  return words.join(SEPARATOR);
}
