import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver';

/** The innermost node whose text begins at, or reaches over, a position. */
export function nodeAt(document: LangiumDocument, position: Position): AstNode {
  const root = document.parseResult.value;
  if (root.$cstNode === undefined) return root;
  const offset = document.textDocument.offsetAt(position);
  return CstUtils.findLeafNodeAtOffset(root.$cstNode, offset)?.astNode ?? root;
}

/** The nearest node around a position, itself included, that a guard accepts. */
export function nodeAround<N extends AstNode>(
  node: AstNode,
  accepts: (candidate: AstNode) => candidate is N,
): N | undefined {
  return AstUtils.getContainerOfType(node, accepts);
}
