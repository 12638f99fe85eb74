import { type CstNode, CstUtils, type LangiumDocument } from 'langium';
import type { Position, Range, SelectionRange } from 'vscode-languageserver';

/** Selections that grow from the word at each position to its statement, its body, its declaration and the file. */
export function selectionRanges(document: LangiumDocument, positions: readonly Position[]): SelectionRange[] {
  const root = document.parseResult.value.$cstNode;
  return positions.map((position) => {
    const offset = document.textDocument.offsetAt(position);
    const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
    return grown(leaf, document) ?? { range: { start: position, end: position } };
  });
}

/** The chain from the outermost to a node, without steps that select nothing more. */
function grown(innermost: CstNode | undefined, document: LangiumDocument): SelectionRange | undefined {
  const whole: Range = {
    start: { line: 0, character: 0 },
    end: document.textDocument.positionAt(document.textDocument.getText().length),
  };
  const ranges: Range[] = [];
  for (let node = innermost; node !== undefined; node = node.container) ranges.unshift(node.range);
  let selection: SelectionRange = { range: whole };
  for (const range of ranges) {
    if (!same(range, selection.range) && contains(selection.range, range))
      selection = { range, parent: selection };
  }
  return innermost === undefined ? undefined : selection;
}

function same(a: Range, b: Range): boolean {
  return contains(a, b) && contains(b, a);
}

function contains(outer: Range, inner: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
