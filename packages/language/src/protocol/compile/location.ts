import { type AstNode, AstUtils, type URI, UriUtils } from 'langium';
import type { SourceLocation } from '../../diagnostics/source-location.js';

/** Where a node was written; undefined where the parser made it up. Editors count from 0, people from 1. */
export function locationOf(node: AstNode, folder: URI): SourceLocation | undefined {
  const range = node.$cstNode?.range;
  return (
    range && {
      file: UriUtils.relative(folder, AstUtils.getDocument(node).uri),
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
    }
  );
}
