import type { AstNode } from 'langium';
import { type Report, relatedTo } from '../diagnostics/reporter.js';

/** A part of a declaration that is told apart from its siblings by a name. */
interface Member<N extends AstNode> {
  readonly node: N;
  readonly name: string | undefined;
  /** Where the name stands in the node. */
  readonly property: string;
  readonly index?: number;
}

/** Reports every member whose name an earlier one already has. */
export function checkMembersOnce<N extends AstNode>(
  kind: string,
  owner: string,
  members: readonly Member<N>[],
  report: Report,
): void {
  const first = new Map<string, AstNode>();
  for (const { node, name, property, index } of members) {
    if (name === undefined) continue;
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, node);
      continue;
    }
    const line = lineOf(earlier);
    const at = { node: node as AstNode, property, index } as { node: AstNode };
    report('duplicateMember', { kind, name, owner, line }, at, {
      related: relatedTo(earlier, `${kind} '${name}' is declared here first`),
    });
  }
}

/** Members whose name is their property `name`. */
export function named<N extends AstNode & { readonly name: string }>(nodes: readonly N[]): Member<N>[] {
  return nodes.map((node) => ({ node, name: node.name, property: 'name' }));
}

/** Reports every statement after the first of a kind that stands only once. */
export function checkStatementOnce(
  statement: string,
  owner: string,
  nodes: readonly AstNode[],
  report: Report,
): void {
  const [first, ...others] = nodes;
  if (first === undefined) return;
  for (const node of others) {
    report(
      'duplicateStatement',
      { statement, owner, line: lineOf(first) },
      { node },
      {
        related: relatedTo(first, `\`${statement}\` is said here first`),
      },
    );
  }
}

/** The line a node begins in, counted from 1. */
export function lineOf(node: AstNode): number {
  return (node.$cstNode?.range.start.line ?? 0) + 1;
}
