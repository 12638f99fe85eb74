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

/** What a field wants, in words: "a duration such as `30 days`". */
export function describeType(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return 'text in quotes';
    case 'number':
      return type.integer ? 'a whole number' : 'a number';
    case 'percentage':
      return 'a share such as `5%`';
    case 'duration':
      return 'a duration such as `30 days`';
    case 'date':
      return 'a date such as 2026-11-20';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return `one of the words ${Object.keys(type.words).join(', ')}`;
    case 'reference':
      return `the name of a ${type.to.join(' or ')}`;
    case 'list':
      return `a list of ${describeType(type.of)} in [ ]`;
    case 'record':
      return 'a record in { }';
    case 'file':
      return 'the path of a file in quotes';
    case 'secret':
      return '`env "NAME"`';
    case 'column':
      return 'the name of a column, without quotes';
    case 'any':
      return 'a value';
    case 'either':
      return type.types.map(describeType).join(', or ');
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
