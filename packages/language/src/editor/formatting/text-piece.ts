import { AstUtils, CstUtils, GrammarAST, type LeafCstNode, type RootCstNode } from 'langium';
import { isItemClause, isRecordValue } from '../../generated/ast.js';

/** A token or a comment, with what the printer must know about the place where it stands. */
export interface Piece {
  readonly kind: 'token' | 'lineComment' | 'blockComment';
  /** As it stands in the text, with `\n` for line ends. */
  readonly text: string;
  /** Line breaks between the piece before it and this one. */
  readonly breaksBefore: number;
  /** The grammar rule that consumed the token: it tells a sign from a minus. Empty for comments. */
  readonly rule: string;
  /** Whether a statement, a declaration or a field of a record begins here. */
  readonly begins: boolean;
  /** Whether a clause of a checklist item begins here. */
  readonly clause: boolean;
}

/** The pieces of a text without syntax errors, in order. */
export function piecesOf(root: RootCstNode): Piece[] {
  const beginnings = beginningsOf(root);
  const clauses = clausesOf(root);
  const leaves = CstUtils.flattenCst(root).toArray();
  // Comments hang in the tree near the token after them, not always in the order of the text.
  leaves.sort((a, b) => a.offset - b.offset);
  return leaves.map((leaf, index) => {
    const between = root.fullText.slice(leaves[index - 1]?.end ?? 0, leaf.offset);
    return {
      kind: kindOf(leaf),
      text: leaf.text.replace(/\r\n?/g, '\n'),
      breaksBefore: between.replace(/\r\n?/g, '\n').split('\n').length - 1,
      rule: leaf.hidden ? '' : ruleOf(leaf),
      begins: !leaf.hidden && beginnings.has(leaf.offset),
      clause: !leaf.hidden && clauses.has(leaf.offset),
    };
  });
}

function kindOf(leaf: LeafCstNode): Piece['kind'] {
  if (!leaf.hidden) return 'token';
  return leaf.text.startsWith('//') ? 'lineComment' : 'blockComment';
}

function ruleOf(leaf: LeafCstNode): string {
  return AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isAbstractParserRule)?.name ?? '';
}

function beginningsOf(root: RootCstNode): ReadonlySet<number> {
  const lines = AstUtils.streamAst(root.astNode).filter(({ $container, $containerProperty }) => {
    if ($containerProperty === 'fields') return isRecordValue($container);
    return ['statements', 'declarations', 'imports'].includes($containerProperty ?? '');
  });
  return new Set(lines.map(({ $cstNode }) => $cstNode?.offset ?? -1));
}

function clausesOf(root: RootCstNode): ReadonlySet<number> {
  return new Set(
    AstUtils.streamAst(root.astNode)
      .filter(isItemClause)
      .map(({ $cstNode }) => $cstNode?.offset ?? -1),
  );
}
