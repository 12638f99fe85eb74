import type { FieldType, TextFormat } from './field-type.js';

/**
 * The type of a field in words, e.g. "text", "duration, such as `30 days`", "text; or a list of them".
 *
 * @param enumWords what to say for the words of an enumeration; all of them unless something else is asked for
 */
export function typeWords(
  type: FieldType,
  enumWords: (words: readonly string[]) => string = spelledOut,
): string {
  switch (type.kind) {
    case 'text':
      return type.format === undefined ? 'text' : formats[type.format];
    case 'number':
      return `${type.integer === true ? 'whole number' : 'number'}${limits(type.minimum, type.maximum)}`;
    case 'enum':
      return enumWords(Object.keys(type.words));
    case 'reference':
      return `name of a ${type.to.join(' or ')}`;
    case 'list':
      return `list of ${typeWords(type.of, enumWords)}`;
    case 'either':
      return alternativeWords(type, (each) => typeWords(each, enumWords));
    case 'file':
      return 'path of a file, relative to the spec';
    default:
      return plain[type.kind];
  }
}

/** What a field wants, as part of a sentence: "a duration such as `30 days`", "the name of a role, or text in quotes". */
export function typePhrase(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return type.format === undefined ? 'text in quotes' : `a ${formats[type.format]}`;
    case 'number':
      return `a ${typeWords(type)}`;
    case 'enum':
      return `one of the words ${Object.keys(type.words).join(', ')}`;
    case 'reference':
      return `the ${typeWords(type)}`;
    case 'list':
      return `a list of ${typePhrase(type.of)} in [ ]`;
    case 'either':
      return alternativeWords(type, typePhrase);
    case 'file':
      return 'the path of a file in quotes';
    default:
      return phrases[type.kind];
  }
}

function spelledOut(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** Alternatives, with "or a list of them" where a list takes nothing but what may also stand alone. */
function alternativeWords(type: FieldType, wordsOf: (type: FieldType) => string): string {
  const all = alternatives(type);
  const single = unique(all.filter(({ kind }) => kind !== 'list').map(wordsOf));
  const items = unique(
    all.flatMap((each) => (each.kind === 'list' ? alternatives(each.of).map(wordsOf) : [])),
  );
  if (items.length === 0) return single.join(', or ');
  if (single.length === 0) return `list of ${items.join(', or ')}`;
  if (items.every((item) => single.includes(item))) return `${single.join(', or ')}; or a list of them`;
  return `${single.join(', or ')}; or a list of ${items.join(', or ')}`;
}

/** The types a value may have, with alternatives of alternatives taken apart. */
export function alternatives(type: FieldType): readonly FieldType[] {
  return type.kind === 'either' ? type.types.flatMap(alternatives) : [type];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

const formats: Readonly<Record<TextFormat, string>> = {
  sha256: 'SHA-256, 64 hexadecimal digits',
  version: 'version, such as `"1.4.0"`',
  timezone: 'time zone of the IANA database',
};

type PlainKind = Exclude<
  FieldType['kind'],
  'text' | 'number' | 'enum' | 'reference' | 'list' | 'either' | 'file'
>;

const plain: Readonly<Record<PlainKind, string>> = {
  percentage: 'share: `5%` or `0.05`',
  duration: 'duration, such as `30 days`',
  date: 'date, such as `2026-11-20`',
  boolean: '`true` or `false`',
  record: 'record `{ key: value }`',
  secret: '`env "NAME"`: the only way to name a secret',
  column: 'name of a column',
  any: 'any value',
};

const phrases: Readonly<Record<PlainKind, string>> = {
  percentage: 'a share such as `5%`',
  duration: 'a duration such as `30 days`',
  date: 'a date such as 2026-11-20',
  boolean: 'true or false',
  record: 'a record in { }',
  secret: '`env "NAME"`',
  column: 'the name of a column, without quotes',
  any: 'a value',
};

function limits(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` between ${minimum} and ${maximum}`;
  if (minimum !== undefined) return ` from ${minimum}`;
  return maximum === undefined ? '' : ` up to ${maximum}`;
}
