import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import { isFactDeclaration, isSpec } from '../generated/ast.js';

/**
 * Takes out what the parser left of a damaged text when it found its feet again: any two words look to it like the
 * beginning of a declaration of facts. Without a body they are none, and the syntax error says so already.
 */
export function removeWreckage(root: AstNode): void {
  if (!isSpec(root) || root.declarations === undefined) return;
  root.declarations = root.declarations.filter(
    (declaration) =>
      !isFactDeclaration(declaration) ||
      GrammarUtils.findNodeForKeyword(declaration.$cstNode, '{') !== undefined,
  );
  // The others have moved up.
  AstUtils.linkContentToContainer(root);
}
