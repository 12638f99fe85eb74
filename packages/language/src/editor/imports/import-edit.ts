import { type LangiumDocument, type URI, UriUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver';
import { importsOf } from '../../references/import-graph.js';

/** The path by which one file imports another: relative, with `/`, beginning with `./` or `../`. */
export function importPath(importer: URI, target: URI): string {
  const path = UriUtils.relative(UriUtils.dirname(importer), target);
  return path.startsWith('.') ? path : `./${path}`;
}

/**
 * The edit that imports a file: after the last import, or as the first line of a file without imports, where a
 * comment at the top of the file stays at the top.
 */
export function importEdit(importer: LangiumDocument, target: URI): TextEdit {
  const { textDocument } = importer;
  const text = textDocument.getText();
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const statement = `import "${importPath(importer.uri, target)}"`;
  const last = importsOf(importer).at(-1)?.$cstNode;
  if (last !== undefined) {
    const end = textDocument.positionAt(endOfLine(text, last.end));
    return { range: { start: end, end }, newText: eol + statement };
  }
  const start = textDocument.positionAt(afterHead(text));
  return { range: { start, end: start }, newText: statement + eol + eol };
}

function endOfLine(text: string, from: number): number {
  const rest = /^[^\S\r\n]*(\/\/[^\r\n]*)?/.exec(text.slice(from, from + 500));
  return from + (rest?.[0].length ?? 0);
}

/** The offset behind a byte order mark and a comment at the top that a blank line sets apart from what follows. */
function afterHead(text: string): number {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const head =
    /^(?:[^\S\r\n]*\/\/[^\r\n]*\r?\n)+[^\S\r\n]*\r?\n|^\/\*(?!\*)[\s\S]*?\*\/[^\S\r\n]*\r?\n\s*?\r?\n/.exec(
      text.slice(mark),
    );
  return mark + (head?.[0].length ?? 0);
}
