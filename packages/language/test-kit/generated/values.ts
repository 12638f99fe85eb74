import fc, { type Arbitrary } from 'fast-check';
import { alternatives, type FieldSchema, type FieldType } from '../../src/schema/index.js';
import { nameOf, type Scope } from './scope.js';

const letters = [...'abcdefgXYZ   .,;:-+%(){}[]/*', "'", '//', '/*', 'é', '…', 'ſ', '🩺', '\\"', '\\\\', '\\n', '\\t'];

/** A text in quotes that says something: escapes, braces and comment marks inside it are text. */
export const quoted: Arbitrary<string> = fc
  .array(fc.constantFrom(...letters), { maxLength: 14 })
  .map((parts) => `"A${parts.join('')}"`);

/** A text of several lines between `"""`. */
const long: Arbitrary<string> = fc
  .array(fc.constantFrom(...letters, '\n', '\r\n', '\n    ', '\n\n', '"', '""', '\t'), { maxLength: 18 })
  .map((parts) => `"""A${parts.join('').replaceAll(/"{3,}/g, '""')} """`);

const name: Arbitrary<string> = fc.constantFrom(
  ...['alpha_1', 'X', '_x', 'snake_case_name', 'camelCase', 'a1b2'],
  // Words of the language, which are names where a name stands.
  ...['check', 'every', 'model', 'time', 'label', 'mean', 'on', 'of', 'by', 'at', 'true_', 'target', 'source'],
);

/** The name of a column: in backticks where it is no name of the language. */
export const columnName: Arbitrary<string> = fc.oneof(
  name,
  fc.constantFrom('`Heart Rate`', '`1st`', '`a"b`', '`größe`', '`x // y`', '`{}`', '`model`', '`🩺 rate`'),
);

const units = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
export const duration: Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom(...units))
  .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);

const date: Arbitrary<string> = fc
  .record({ year: fc.integer({ min: 1990, max: 2040 }), month: twoDigits(12), day: twoDigits(28) })
  .map(({ year, month, day }) => `${year}-${month}-${day}`);

function twoDigits(max: number): Arbitrary<string> {
  return fc.integer({ min: 1, max }).map((count) => String(count).padStart(2, '0'));
}

/** A share of a whole above 0 and below 1, as a percentage or as a number. */
export const share: Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.boolean())
  .map(([thousandths, percent]) => (percent ? `${thousandths / 10}%` : `${thousandths / 1000}`));

const because: Arbitrary<string> = fc.oneof(fc.constant(''), quoted.map((text) => ` because ${text}`));

const digest = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((digits) => `"${digits.join('')}"`);
const formatted: Readonly<Record<'sha256' | 'version' | 'timezone', Arbitrary<string>>> = {
  sha256: digest,
  version: fc.constantFrom('"1"', '"1.0"', '"v2.13.4"', '"1.2.3-rc.1"'),
  timezone: fc.constantFrom('"UTC"', '"Europe/Berlin"', '"America/New_York"'),
};

/** A value of a field, as written; its example among others. */
export function fieldValue({ type, example }: FieldSchema, scope: Scope): Arbitrary<string> {
  const made = value(type, scope);
  if (made === undefined) return fc.constant(example);
  return fc.oneof({ weight: 1, arbitrary: fc.constant(example) }, { weight: 3, arbitrary: made });
}

/** Undefined where nothing but the example can be written: names nobody declares, paths of files, secrets. */
function value(type: FieldType, scope: Scope): Arbitrary<string> | undefined {
  switch (type.kind) {
    case 'either': {
      const made = alternatives(type).flatMap((each) => value(each, scope) ?? []);
      return made.length === 0 ? undefined : fc.oneof(...made);
    }
    case 'text':
      return type.format === undefined ? fc.oneof(quoted, long) : formatted[type.format];
    case 'number':
      return number(type);
    case 'percentage':
      return share;
    case 'duration':
      return duration;
    case 'date':
      return date;
    case 'boolean':
      return fc.tuple(fc.constantFrom('true', 'false'), because).map((parts) => parts.join(''));
    case 'enum':
      return fc.tuple(fc.constantFrom(...Object.keys(type.words)), because).map((parts) => parts.join(''));
    case 'reference':
      return nameOf(scope, ...type.to);
    case 'list': {
      const item = value(type.of, scope);
      return item === undefined ? undefined : listOf(item, 0);
    }
    case 'record':
      return type.fields === undefined ? openRecord(2) : record(type.fields, scope);
    case 'column':
      return columnName;
    case 'any':
      return anything(2);
    case 'file':
    case 'secret':
      return undefined;
  }
}

function number({ minimum = -1e6, maximum = 1e6, integer = false }: Extract<FieldType, { kind: 'number' }>) {
  const whole = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }).map(String);
  if (integer) return whole;
  const between = fc
    .integer({ min: 0, max: 1000 })
    .map((part) => String(Number((minimum + ((maximum - minimum) * part) / 1000).toFixed(4))));
  const tiny = fc.constant(minimum < 0 ? '-2.5e-3' : '1e-3');
  return fc.oneof(whole, between, ...(minimum <= 0 && maximum >= 0.001 ? [tiny] : []));
}

/** A list in brackets, perhaps with a comma after its last item. */
export function listOf(item: Arbitrary<string>, minLength: number): Arbitrary<string> {
  return fc
    .tuple(fc.array(item, { minLength, maxLength: 4 }), fc.constantFrom('', ','))
    .map(([items, comma]) => `[${items.join(', ')}${items.length > 0 ? comma : ''}]`);
}

function record(fields: readonly FieldSchema[], scope: Scope): Arbitrary<string> {
  const entries = fields.map((field) => fieldValue(field, scope).map((text) => `${field.name}: ${text}`));
  return some(entries).chain(inBraces);
}

/** Fields of a record may be divided by commas or not. */
function inBraces(entries: readonly string[]): Arbitrary<string> {
  return fc.constantFrom(' ', ', ').map((divider) => `{ ${entries.join(divider)} }`);
}

/** Some of these, in any order. */
export function some(all: readonly Arbitrary<string>[]): Arbitrary<string[]> {
  if (all.length === 0) return fc.constant([]);
  return fc
    .shuffledSubarray([...all.keys()], { maxLength: Math.min(all.length, 12) })
    .chain((chosen) => fc.tuple(...chosen.map((index) => all[index] ?? fc.constant(''))));
}

function openRecord(depth: number): Arbitrary<string> {
  return fc
    .uniqueArray(name, { maxLength: 4 })
    .chain((names) => fc.tuple(...names.map((each) => anything(depth - 1).map((text) => `${each}: ${text}`))))
    .chain(inBraces);
}

/** A value of any kind, lists and records inside each other as deep as asked for. */
export function anything(depth: number): Arbitrary<string> {
  const plain = fc.oneof(
    quoted,
    duration,
    date,
    share,
    fc.constantFrom('true', 'false', '-1', '0', '1.5', '12%', '3e5', 'lbfgs', 'a.b.c'),
    fc.constantFrom('env "A_SECRET"', '`Heart Rate`', '"https://example.org/x.git" commit "3f2a9c1"'),
  );
  if (depth <= 0) return plain;
  return fc.oneof(plain, listOf(anything(depth - 1), 0), openRecord(depth));
}
