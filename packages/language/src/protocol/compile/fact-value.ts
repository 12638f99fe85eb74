import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import { alternatives, type FieldSchema, type FieldType } from '../../schema/index.js';
import type { FactValue } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileDuration } from './duration.js';

/** The type of a field, `any` where the schema does not know it. */
export function typeOf(fields: readonly FieldSchema[], name: string): FieldType {
  return fields.find((field) => field.name === name)?.type ?? { kind: 'any' };
}

/**
 * A field's value as a fact. Its type decides what a bare word is (a word of an enumeration stays one
 * even where a declaration bears the same name) and which texts are paths.
 */
export function factValue(value: ast.Value, type: FieldType, context: CompileContext): FactValue {
  switch (value.$type) {
    case 'TextValue': {
      const isPath = alternatives(type).some(({ kind }) => kind === 'file');
      const text = isPath ? context.path(value, value.text) : value.text;
      return value.commit === undefined ? text : { value: text, commit: value.commit };
    }
    case 'NumberValue':
      return quantityValue(value.quantity);
    case 'BooleanValue':
      return justified(value.truth, value.because);
    case 'WordValue':
      return justified(wordValue(value, type), value.because);
    case 'ColumnValue':
      return value.column;
    case 'DurationValue':
      return { $duration: compileDuration(value.duration) };
    case 'DateValue':
      return { $date: value.date };
    case 'EnvironmentValue':
      return { $secret: value.variable };
    case 'ListValue':
      return value.items.map((item) => factValue(item, itemType(type), context));
    case 'RecordValue': {
      const fields = alternatives(type).flatMap((each) =>
        each.kind === 'record' ? (each.fields ?? []) : [],
      );
      return Object.fromEntries(
        value.fields.map((field) => [
          field.name,
          factValue(field.value, typeOf(fields, field.name), context),
        ]),
      );
    }
  }
}

function wordValue({ word }: ast.WordValue, type: FieldType): FactValue {
  const plain = alternatives(type).some(
    (each) => each.kind === 'column' || (each.kind === 'enum' && Object.hasOwn(each.words, word.$refText)),
  );
  return word.ref && !plain ? { $reference: word.$refText } : word.$refText;
}

function itemType(type: FieldType): FieldType {
  return {
    kind: 'either',
    types: alternatives(type).flatMap((each) => (each.kind === 'list' ? [each.of] : [])),
  };
}

/** `acceptable because "…"`: the reason stays with what it is the reason for. */
function justified(value: FactValue, because: string | undefined): FactValue {
  return because === undefined ? value : { value, because };
}
