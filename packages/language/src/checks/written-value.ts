import type { Value } from '../generated/ast.js';
import type { FieldType } from '../schema/index.js';

/** What a value is, in words: "the number 42", "text". */
export function describeValue(value: Value): string {
  switch (value.$type) {
    case 'TextValue':
      return 'text';
    case 'NumberValue':
      return `the number ${value.quantity ?? ''}`;
    case 'DurationValue':
      return 'a duration';
    case 'DateValue':
      return 'a date';
    case 'BooleanValue':
      return value.truth ? 'true' : 'false';
    case 'ListValue':
      return 'a list';
    case 'RecordValue':
      return 'a record';
    case 'EnvironmentValue':
      return 'the name of an environment variable';
    case 'ColumnValue':
      return 'a column name in backticks';
    case 'WordValue':
      return `the word ${value.word?.$refText ?? ''}`;
  }
}

/** Which written values a type can be read from at all, whatever they hold. */
export function hasShapeOf(value: Value, type: FieldType): boolean {
  switch (value.$type) {
    case 'TextValue':
      return type.kind === 'text' || type.kind === 'file' || type.kind === 'any';
    case 'NumberValue':
      return type.kind === 'number' || type.kind === 'percentage' || type.kind === 'any';
    case 'DurationValue':
      return type.kind === 'duration' || type.kind === 'any';
    case 'DateValue':
      return type.kind === 'date' || type.kind === 'any';
    case 'BooleanValue':
      return type.kind === 'boolean' || type.kind === 'any';
    case 'ListValue':
      return type.kind === 'list' || type.kind === 'any';
    case 'RecordValue':
      return type.kind === 'record' || type.kind === 'any';
    case 'EnvironmentValue':
      return type.kind === 'secret' || type.kind === 'text' || type.kind === 'any';
    case 'ColumnValue':
      return type.kind === 'column' || type.kind === 'any';
    case 'WordValue':
      return ['enum', 'reference', 'column', 'any'].includes(type.kind);
  }
}
