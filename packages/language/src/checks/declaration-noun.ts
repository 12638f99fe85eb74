import type { AstNode } from 'langium';
import { isFactDeclaration, isIntegration } from '../generated/ast.js';

const nouns: Readonly<Record<string, string>> = {
  ChangePlan: 'change plan',
  Control: 'monitor or runbook',
  Dimension: 'subgroup',
  Endpoint: 'endpoint',
  Integration: 'channel or pipeline',
  NamedDeclaration: 'declaration',
  Subgroups: 'subgroups',
};

/** What people call a type of the syntax tree: `ChangePlan` → "change plan". */
export function nounOf(type: string): string {
  return nouns[type] ?? type.toLowerCase();
}

/** What people call a declaration: "channel", "model", or the word a declaration of facts begins with. */
export function nounOfNode(node: AstNode): string {
  if (isIntegration(node)) return node.kind ?? nounOf(node.$type);
  if (isFactDeclaration(node)) return node.kind ?? 'declaration';
  return nounOf(node.$type);
}

/** "model 'Risk'", or "model" where there is no name. */
export function titleOf(node: AstNode): string {
  const name: unknown = 'name' in node ? node.name : undefined;
  return typeof name === 'string' ? `${nounOfNode(node)} '${name}'` : nounOfNode(node);
}
