import { type AstNode, isAstNode, isReference, type ReferenceInfo } from 'langium';

/** Langium's own properties begin with it. */
const DOLLAR = 36;

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
  for (const property of Object.keys(container)) {
    const value = grammarValue(container, property);
    if (value === undefined) continue;
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
  for (const property of Object.keys(node)) {
    const value = grammarValue(node, property);
    if (value === undefined) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isAstNode(item)) children.push(item);
    } else if (isAstNode(value)) children.push(value);
  }
  return children;
}

/** The value of a property of the grammar, where it can hold a node; pairs of names and values would be copies. */
function grammarValue(node: AstNode, property: string): object | undefined {
  if (property.charCodeAt(0) === DOLLAR) return undefined;
  const value: unknown = Reflect.get(node, property);
  return typeof value === 'object' && value !== null ? value : undefined;
}
