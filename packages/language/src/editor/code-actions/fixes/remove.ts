import type { AstNode, LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver';
import type { QuickFix } from '../quick-fix.js';

/** Takes out the statement a diagnostic marks, with its line where nothing else stands on it. */
export function remove(what: string): QuickFix {
  return ({ node, document, diagnostic }) => {
    const marked = outermostWithin(node, diagnostic.range.start, document);
    const edit = removal(marked, document);
    return edit === undefined ? [] : [{ title: `Remove this ${what}`, edits: [edit] }];
  };
}

/** The largest node that begins where the diagnostic begins: the whole statement, not its first word. */
function outermostWithin(
  node: AstNode,
  start: { line: number; character: number },
  document: LangiumDocument,
): AstNode {
  const offset = document.textDocument.offsetAt(start);
  let marked = node;
  while (marked.$container?.$cstNode?.offset === offset && marked.$container.$container !== undefined) {
    marked = marked.$container;
  }
  return marked;
}

function removal({ $cstNode: node }: AstNode, document: LangiumDocument): TextEdit | undefined {
  if (node === undefined) return undefined;
  const text = document.textDocument.getText();
  const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
  const newline = text.indexOf('\n', node.end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone =
    text.slice(lineStart, node.offset).trim() === '' && text.slice(node.end, lineEnd).trim() === '';
  const before = /[^\S\r\n]*$/.exec(text.slice(lineStart, node.offset))?.[0].length ?? 0;
  const [from, to] = alone ? [lineStart, lineEnd] : [node.offset - before, node.end];
  const range = { start: document.textDocument.positionAt(from), end: document.textDocument.positionAt(to) };
  return { range, newText: '' };
}
