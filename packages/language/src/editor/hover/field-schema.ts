import type { AstNode } from 'langium';
import { bodySchemaOf, kindOf } from '../../checks/declaration-kind.js';
import { type Field, isBlock, isField, isRecordValue } from '../../generated/ast.js';
import { alternatives, type FieldSchema, type FieldType } from '../../schema/index.js';

/** What the table says of a field, also inside a record; undefined for what it does not know. */
export function schemaOfField(field: Field): FieldSchema | undefined {
  const body = field.$container;
  if (body === undefined) return undefined;
  if (!isRecordValue(body)) return bodySchemaOf(body)?.fields.find(({ name }) => name === field.name);
  const around = fieldAbove(body);
  const type = around === undefined ? undefined : schemaOfField(around)?.type;
  return type === undefined ? undefined : membersOf(type).find(({ name }) => name === field.name);
}

/** The word under which the table keeps what a field's body serves: a declaration's kind, or a block's name. */
export function bodyNameOf(field: Field): string {
  const body = field.$container;
  if (body === undefined || isRecordValue(body)) return '';
  return isBlock(body) ? (body.name ?? '') : kindOf(body);
}

function fieldAbove(start: AstNode): Field | undefined {
  for (let node = start.$container; node !== undefined; node = node.$container)
    if (isField(node)) return node;
  return undefined;
}

function membersOf(type: FieldType): readonly FieldSchema[] {
  return alternatives(type).flatMap((each) => {
    if (each.kind === 'list') return membersOf(each.of);
    return each.kind === 'record' ? (each.fields ?? []) : [];
  });
}
