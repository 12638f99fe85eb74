import type { TextDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver';

const INDENT = '  ';
/** Strings and comments, in which a brace is text, and braces. An unclosed one ends with its line or the file. */
const WORDS =
  /"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'|`[^`\r\n]*`?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|[{}]/g;

/**
 * The edit that indents a line by the blocks open before it; undefined where the line is right, or stands inside a
 * text or a comment, which nobody but its author may indent. Works on text that cannot be read yet.
 */
export function indentationEdit(document: TextDocument, line: number): TextEdit | undefined {
  const start = document.offsetAt({ line, character: 0 });
  const text = document.getText();
  let depth = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (index >= start) break;
    if (word.length > 1 && (index + word.length > start || isOpen(word, index, text))) return undefined;
    if (word === '{') depth++;
    if (word === '}') depth = Math.max(0, depth - 1);
  }
  const written = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  const closes = text[start + written.length] === '}';
  const newText = INDENT.repeat(Math.max(0, depth - (closes ? 1 : 0)));
  if (newText === written) return undefined;
  return {
    range: { start: { line, character: 0 }, end: { line, character: written.length } },
    newText,
  };
}

/** A text or comment of several lines that has not been closed reaches to the end of the file. */
function isOpen(word: string, index: number, text: string): boolean {
  if (index + word.length < text.length) return false;
  return word.startsWith('"""')
    ? word.length < 6 || !word.endsWith('"""')
    : word.startsWith('/*') && !word.endsWith('*/');
}
