import { type AstNode, AstUtils, type ReferenceInfo } from 'langium';
import { bodySchemaOf } from '../../checks/declaration-kind.js';
import { FactDeclaration, isField, isWordValue, type Value } from '../../generated/ast.js';
import { declarationForms } from '../../grammar/statement-forms.js';
import { alternatives, declarationSchemas, type FieldType } from '../../schema/index.js';
import type { VigilServices } from '../../services.js';

/** The kinds of declaration that a name can mean where it stands: `role` after `by`, `channel` after `notify`. */
export function kindsMeant(info: ReferenceInfo, services: VigilServices): readonly string[] {
  if (isWordValue(info.container)) return kindsOfField(info.container);
  const { AstReflection } = services.shared;
  const type = AstReflection.getReferenceType(info);
  if (type === 'Integration') return [info.property === 'pipeline' ? 'pipeline' : 'channel'];
  return declarationSchemas
    .map(({ kind }) => kind)
    .filter((kind) => AstReflection.isSubtype(typeOf(kind), type));
}

/** The type of a declaration in the syntax tree; those of facts only share one. */
function typeOf(kind: string): string {
  return Object.hasOwn(declarationForms, kind)
    ? kind.charAt(0).toUpperCase() + kind.slice(1)
    : FactDeclaration.$type;
}

/** What the table says of the field a word belongs to. */
function kindsOfField(word: Value): readonly string[] {
  const field = AstUtils.getContainerOfType(word as AstNode, isField);
  // Inside a record, the table of its fields is not the body's.
  const body = field?.$container;
  if (body === undefined) return [];
  const type = bodySchemaOf(body)?.fields.find(({ name }) => name === field?.name)?.type;
  return type === undefined ? [] : kindsOfType(type);
}

function kindsOfType(type: FieldType): readonly string[] {
  return alternatives(type).flatMap((each) => {
    if (each.kind === 'reference') return each.to;
    return each.kind === 'list' ? kindsOfType(each.of) : [];
  });
}
