import { type AstNode, isAstNode, isReference, type ReferenceInfo } from 'langium';

/**
 * A node and all nodes inside it, in the order of Langium's `streamAst`. One flat list: streams, which are made
 * anew for every node, cost more than the work done on the nodes.
 */
export function treeNodes(root: AstNode): AstNode[] {
  const nodes: AstNode[] = [root];
  // A stack of its own, because lists of operators nest as deep as they are long.
  const waiting: AstNode[] = childrenOf(root).reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index]!);
  }
  return nodes;
}

/** The cross-references that stand directly in a node. */
export function referencesOf(container: AstNode): ReferenceInfo[] {
  const found: ReferenceInfo[] = [];
  for (const [property, value] of Object.entries(container)) {
    if (property.startsWith('$') || typeof value !== 'object') continue;
    if (isReference(value)) found.push({ reference: value, container, property });
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        if (isReference(item)) found.push({ reference: item, container, property, index });
    }
  }
  return found;
}

function childrenOf(node: AstNode): AstNode[] {
  const children: AstNode[] = [];
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('$') || typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isAstNode(item)) children.push(item);
    } else if (isAstNode(value)) children.push(value);
  }
  return children;
}
