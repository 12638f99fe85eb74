import { CstUtils, type LangiumDocument } from 'langium';
import { declarationForms } from '../../../grammar/statement-forms.js';
import { declarationSchema } from '../../../schema/index.js';

/** A part of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a text with the declaration around an offset: from the last line before that begins one to the next
 * line that does. What stands elsewhere does not change what can be written here, however long the file is and
 * whatever is broken in it. A declaration begins at the beginning of a line with a word for declarations.
 */
export function declarationAround(document: LangiumDocument, offset: number): Span {
  const text = document.textDocument.getText();
  let start = 0;
  for (let line = lineStart(text, offset); line > 0; line = lineStart(text, line - 1)) {
    if (line < offset && begins(document, text, line)) {
      start = line;
      break;
    }
  }
  let end = lineEnd(text, offset);
  while (end < text.length && !begins(document, text, end)) end = lineEnd(text, end);
  return { start, end };
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  // Before the beginning of a text `lastIndexOf` looks at its first character.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line begins. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

const firstWord = /([a-zA-Z_]\w*)[^\S\r\n]+[\w"`{]|([a-zA-Z_]\w*)[^\S\r\n]*(?:\{|\r?$)/my;

function begins(document: LangiumDocument, text: string, line: number): boolean {
  firstWord.lastIndex = line;
  const found = firstWord.exec(text);
  const word = found?.[1] ?? found?.[2];
  if (word === undefined) return false;
  if (!Object.hasOwn(declarationForms, word) && declarationSchema(word) === undefined) return false;
  // In a text of several lines or a comment it is a word like any other.
  const root = document.parseResult.value.$cstNode;
  const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, line);
  return leaf === undefined || leaf.offset === line;
}
