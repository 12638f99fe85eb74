import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import type { NumberValue, RecordValue, TextValue, Value, WordValue } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { alternatives, type FieldSchema, type FieldType, typePhrase } from '../schema/index.js';
import type { CheckContext } from './check-context.js';
import { kindOf } from './declaration-kind.js';
import { checkTimezone, digestProblem, isAbbreviated, isDay, isVersion } from './text-format.js';
import { describeValue, hasShapeOf } from './written-value.js';

/** The field a value belongs to, for messages. */
export interface FieldPlace {
  readonly field: string;
  /** e.g. "model 'Risk'" */
  readonly owner: string;
}

/** Reports why a value is not of the field's type; at most one finding for one value. */
export function checkValue(
  value: Value,
  type: FieldType,
  place: FieldPlace,
  report: Report,
  context: CheckContext,
): void {
  if (type.kind === 'either') {
    const fitting = fittingAlternative(value, type.types);
    if (fitting === undefined) reportWrongType(value, type, place, report);
    else checkValue(value, fitting, place, report, context);
    return;
  }
  if (!hasShapeOf(value, type)) {
    reportWrongType(value, type, place, report);
    return;
  }
  if (type.kind === 'any') return;
  switch (value.$type) {
    case 'TextValue':
      checkText(value, type, place, report);
      return;
    case 'NumberValue':
      checkNumber(value, type, place, report);
      return;
    case 'WordValue':
      checkWord(value, type, place, report, context);
      return;
    case 'DateValue':
      if (value.date !== undefined && !isDay(value.date)) {
        report('impossibleDate', { date: value.date }, { node: value });
      }
      return;
    case 'ListValue':
      if (type.kind === 'list') {
        for (const item of value.items ?? []) checkValue(item, type.of, place, report, context);
      }
      return;
    case 'RecordValue':
      if (type.kind === 'record' && type.fields !== undefined) {
        checkRecord(value, type.fields, place, report, context);
      }
      return;
    default:
      return;
  }
}

/** The alternative to judge a value by: one of its shape, words of an enum before names. */
function fittingAlternative(value: Value, types: readonly FieldType[]): FieldType | undefined {
  const flat = types.flatMap(alternatives);
  const shaped = flat.filter((type) => hasShapeOf(value, type));
  const word = value.$type === 'WordValue' ? value.word?.$refText : undefined;
  const exact = shaped.find(
    (type) => type.kind === 'enum' && word !== undefined && Object.hasOwn(type.words, word),
  );
  if (exact !== undefined) return exact;
  const items = shaped.flatMap((type) => (type.kind === 'list' ? [type.of] : []));
  // A list may hold items of several kinds where a list of each would do.
  if (items.length > 1) return { kind: 'list', of: { kind: 'either', types: items } };
  const references = shaped.flatMap((type) => (type.kind === 'reference' ? type.to : []));
  return references.length > 0 ? { kind: 'reference', to: references } : shaped[0];
}

function reportWrongType(value: Value, type: FieldType, place: FieldPlace, report: Report): void {
  const kinds = alternatives(type);
  if (value.$type === 'NumberValue' && kinds.some(({ kind }) => kind === 'duration')) {
    report('missingUnit', { ...place, count: value.quantity ?? '30' }, { node: value });
    return;
  }
  if (value.$type === 'TextValue' && kinds.some(({ kind }) => kind === 'secret')) {
    report('secretInClear', place, { node: value });
    return;
  }
  report(
    'wrongType',
    { ...place, expected: typePhrase(type), found: describeValue(value) },
    { node: value },
    { replacement: quotesMended(value, kinds) },
  );
}

/** Words without quotes where text is wanted, and the other way round, are mended by the quotes. */
function quotesMended(value: Value, types: readonly FieldType[]): string | undefined {
  if (value.$type === 'WordValue' && types.some(({ kind }) => kind === 'text')) {
    return `"${value.word?.$refText ?? ''}"`;
  }
  const word = value.$type === 'TextValue' ? value.text : undefined;
  const known = types.some(
    (type) => type.kind === 'enum' && word !== undefined && Object.hasOwn(type.words, word),
  );
  return known ? word : undefined;
}

function checkText(value: TextValue, type: FieldType, place: FieldPlace, report: Report): void {
  const { text } = value;
  if (text === undefined) return;
  if (type.kind === 'file' && text.trim() === '') report('emptyPath', place, { node: value });
  if (type.kind !== 'text') return;
  if (type.format === 'sha256') {
    const problem = digestProblem(text);
    if (isAbbreviated(text)) report('abbreviatedDigest', place, { node: value });
    else if (problem !== undefined) report('malformedDigest', { ...place, problem }, { node: value });
  } else if (type.format === 'version' && !isVersion(text)) {
    report('malformedVersion', { version: text, owner: place.owner }, { node: value });
  } else if (type.format === 'timezone') {
    checkTimezone(text, value, report);
  }
}

function checkNumber(value: NumberValue, type: FieldType, place: FieldPlace, report: Report): void {
  const { quantity } = value;
  const number = quantityValue(quantity);
  if (quantity === undefined || Number.isNaN(number)) return;
  const { minimum, maximum, integer } =
    type.kind === 'number' ? type : { minimum: 0, maximum: 1, integer: false };
  const below = minimum !== undefined && number < minimum;
  const above = maximum !== undefined && number > maximum;
  if (below || above || !Number.isFinite(number)) {
    const range = rangeInWords(minimum, maximum);
    report('valueOutOfRange', { ...place, range, value: quantity }, { node: value });
  } else if (integer && !Number.isInteger(number)) {
    report('valueOutOfRange', { ...place, range: 'a whole number', value: quantity }, { node: value });
  }
}

/** "between 0 and 1", "at least 1", "at most 5", or "a number a computer can hold". */
export function rangeInWords(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `between ${minimum} and ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  return maximum === undefined ? 'a number a computer can hold' : `at most ${maximum}`;
}

function checkWord(
  value: WordValue,
  type: FieldType,
  place: FieldPlace,
  report: Report,
  context: CheckContext,
): void {
  const word = value.word?.$refText;
  if (word === undefined) return;
  if (type.kind === 'enum' && !Object.hasOwn(type.words, word)) {
    const allowed = Object.keys(type.words);
    const near = nearest(word, allowed);
    report(
      'unknownWord',
      { word, field: place.field, hint: hint(near), allowed: allowed.join(', ') },
      { node: value, property: 'word' },
      { replacement: near },
    );
  }
  if (type.kind === 'reference') checkReference(value, word, type.to, report, context);
}

function checkReference(
  value: WordValue,
  name: string,
  to: readonly string[],
  report: Report,
  context: CheckContext,
): void {
  const target = value.word.ref;
  const expected = to.join(' or ');
  if (target !== undefined) {
    if (to.includes(kindOf(target))) return;
    report('wrongKind', { name, found: kindOf(target), expected }, { node: value, property: 'word' });
    return;
  }
  if (context.mayExistUnseen(name, value)) return;
  const candidates = context
    .visible(value)
    .flatMap((node) =>
      to.includes(kindOf(node)) && 'name' in node && node.name !== undefined ? [node.name] : [],
    );
  const near = nearest(name, candidates);
  report(
    'unknownName',
    { kind: expected, name, hint: hint(near) },
    { node: value, property: 'word' },
    { replacement: near },
  );
}

function checkRecord(
  value: RecordValue,
  fields: readonly FieldSchema[],
  place: FieldPlace,
  report: Report,
  context: CheckContext,
): void {
  const owner = `'${place.field}' of ${place.owner}`;
  for (const entry of value.fields ?? []) {
    const schema = fields.find(({ name }) => name === entry.name);
    if (schema !== undefined) {
      if (entry.value !== undefined)
        checkValue(entry.value, schema.type, { field: entry.name, owner }, report, context);
    } else if (entry.name !== undefined) {
      const near = nearest(
        entry.name,
        fields.map(({ name }) => name),
      );
      report(
        'unknownField',
        { owner, field: entry.name, hint: hint(near) },
        { node: entry, property: 'name' },
        { replacement: near },
      );
    }
  }
}
