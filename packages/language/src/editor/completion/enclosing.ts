import type { AstNode, LangiumDocument } from 'langium';
import { type BodySchema, bodySchemaOf } from '../../checks/declaration-kind.js';
import { isField, isLog, isMonitor, type Log, type Spec } from '../../generated/ast.js';

/** The nearest declaration or block around a node whose facts the schema knows. */
export function bodyAround(start: AstNode | undefined): { node: AstNode; schema: BodySchema } | undefined {
  for (let node = start; node !== undefined; node = node.$container) {
    const schema = bodySchemaOf(node);
    if (schema !== undefined) return { node, schema };
  }
  return undefined;
}

/** The nearest field around a node. */
export function fieldAround(start: AstNode | undefined) {
  for (let node = start; node !== undefined; node = node.$container) if (isField(node)) return node;
  return undefined;
}

/**
 * The log that columns at a place belong to: that of the log or monitor around it. In a statement too broken for the
 * tree it is that of the declaration that begins before the place.
 */
export function logAround(
  start: AstNode | undefined,
  document: LangiumDocument,
  offset: number,
): Log | undefined {
  for (let node = start; node !== undefined; node = node.$container) {
    if (isLog(node)) return node;
    if (isMonitor(node)) return node.log?.ref;
  }
  const { declarations = [] } = document.parseResult.value as Partial<Spec>;
  const before = declarations
    .filter((each) => isLog(each) || isMonitor(each))
    .filter(({ $cstNode: node }) => (node?.offset ?? offset) < offset)
    .at(-1);
  if (before === undefined) return undefined;
  return isLog(before) ? before : before.log?.ref;
}

/** Names of the facts and roles a body has already. */
export function writtenIn(body: AstNode): ReadonlySet<string> {
  const statements = 'statements' in body && Array.isArray(body.statements) ? body.statements : [];
  return new Set(
    (statements as { readonly name?: string; readonly role?: string; readonly $type: string }[]).flatMap(
      ({ $type, name, role }) => role ?? ($type === 'Field' || $type === 'Block' ? (name ?? []) : []),
    ),
  );
}
