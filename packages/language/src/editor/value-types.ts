import type { AstNode } from 'langium';
import { bodySchemaOf } from '../checks/declaration-kind.js';
import {
  type ColumnValue,
  type Field,
  isField,
  isListValue,
  isRecordValue,
  type WordValue,
} from '../generated/ast.js';
import { alternatives, type FieldType } from '../schema/index.js';

/**
 * The types the table allows for a value, those of the items included where it stands in a list.
 *
 * @returns undefined for what is no fact, such as the argument of a metric; `any` for a field the table does not know
 */
export function typesOf(value: AstNode): readonly FieldType[] | undefined {
  const holder = value.$container;
  if (isListValue(holder)) return typesOf(holder);
  if (!isField(holder)) return undefined;
  return typesOfField(holder);
}

function typesOfField(field: Field): readonly FieldType[] | undefined {
  const body = field.$container;
  if (body === undefined) return undefined;
  const fields = isRecordValue(body) ? membersOf(typesOf(body)) : bodySchemaOf(body)?.fields;
  const type = fields?.find(({ name }) => name === field.name)?.type;
  return type === undefined ? [{ kind: 'any' }] : withItems(type);
}

function membersOf(types: readonly FieldType[] | undefined) {
  return (types ?? []).flatMap((each) => (each.kind === 'record' ? (each.fields ?? []) : []));
}

function withItems(type: FieldType): readonly FieldType[] {
  return alternatives(type).flatMap((each) => (each.kind === 'list' ? withItems(each.of) : [each]));
}

/** What a bare word in a fact is: a word of an enumeration stays one even where a declaration bears its name. */
export type WordMeaning = 'column' | 'enumeration' | 'declaration' | 'text';

/** What a word means, by the same rule as in the Protocol. */
export function meaningOf(value: WordValue): WordMeaning {
  const word = value.word?.$refText ?? '';
  const types = typesOf(value);
  if (types === undefined) return 'text';
  if (types.some((each) => each.kind === 'enum' && Object.hasOwn(each.words, word))) return 'enumeration';
  if (types.some(({ kind }) => kind === 'column')) return 'column';
  return value.word?.ref === undefined ? 'text' : 'declaration';
}

/** Whether a value in backticks or a bare word names a column. */
export function namesColumn(value: ColumnValue | WordValue): boolean {
  return value.$type === 'ColumnValue'
    ? (typesOf(value) ?? []).some(({ kind }) => kind === 'column' || kind === 'any')
    : meaningOf(value) === 'column';
}
