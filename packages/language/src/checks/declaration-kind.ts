import type { AstNode } from 'langium';
import { isBlock, isFactDeclaration, isIntegration } from '../generated/ast.js';
import { blockSchema, type DeclarationSchema, declarationSchema, type FieldSchema } from '../schema/index.js';

/** The word a declaration begins with, which is also its name in the schema. */
export function kindOf(node: AstNode): string {
  if (isFactDeclaration(node) || isIntegration(node)) return node.kind ?? '';
  return node.$type.charAt(0).toLowerCase() + node.$type.slice(1);
}

/** What can stand in a body: the schema of a declaration, or of a block inside one. */
export interface BodySchema {
  readonly fields: readonly FieldSchema[];
  readonly blocks: DeclarationSchema['blocks'];
  readonly open: boolean;
}

/** The schema of a node's body; undefined where Vigil does not know it. */
export function bodySchemaOf(node: AstNode): BodySchema | undefined {
  if (!isBlock(node)) return declarationSchema(kindOf(node));
  const block =
    node.$container === undefined ? undefined : blockSchema(kindOf(node.$container), node.name ?? '');
  return block === undefined ? undefined : { fields: block.fields, blocks: [], open: false };
}
