import type { Duration, Facts, FactValue } from '../../protocol/protocol.js';
import { alternatives, type FieldSchema, type FieldType } from '../../schema/index.js';
import { code, type Inline, joined, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { durationWords, fieldWords } from '../wording/quantity.js';

/**
 * A fact's value in words. Words of the schema have their meaning after them, names of declarations lead to where
 * they are described, a secret shows the name of its environment variable only.
 */
export function factWords(value: FactValue, reader: SpecReader, type?: FieldType): Inline {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return wordWithMeaning(value, type);
  if (Array.isArray(value)) return joined(value.map((item) => factWords(item, reader, type)));
  if (isTyped<{ $duration: Duration }>(value, '$duration')) return durationWords(value.$duration);
  if (isTyped<{ $date: string }>(value, '$date')) return value.$date;
  if (isTyped<{ $reference: string }>(value, '$reference')) return reader.named(value.$reference);
  if (isTyped<{ $secret: string }>(value, '$secret')) return words`secret ${code(value.$secret)}`;
  return recordWords(value as Facts, reader, type);
}

function recordWords(facts: Facts, reader: SpecReader, type?: FieldType): Inline {
  const { value, because, ...rest } = facts;
  if (value !== undefined && because !== undefined && Object.keys(rest).length === 0) {
    return words`${factWords(value, reader, type)}, because ${factWords(because, reader)}`;
  }
  const fields = recordFields(type);
  const position = (name: string) => {
    const found = fields.findIndex((field) => field.name === name);
    return found === -1 ? fields.length : found;
  };
  // A record means the same in whatever order it is written.
  const members = Object.entries(facts).sort(([a], [b]) => position(a) - position(b) || (a < b ? -1 : 1));
  return joined(
    members.map(
      ([name, member]) =>
        words`${fieldWords(name)}: ${factWords(member, reader, fields.find((field) => field.name === name)?.type)}`,
    ),
    '; ',
  );
}

/** "informs (one piece of information among others)"; the word alone where its meaning says no more. */
function wordWithMeaning(word: string, type: FieldType | undefined): string {
  const meaning = meaningOf(word, type);
  if (meaning === undefined) return word;
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z ]/g, '');
  if (plain(fieldWords(word)) === plain(meaning)) return meaning;
  const saysNoMore = plain(meaning) === plain(word) || plain(meaning).split(' ').includes(plain(word));
  return saysNoMore ? word : `${word} (${meaning})`;
}

function meaningOf(word: string, type: FieldType | undefined): string | undefined {
  if (type === undefined) return undefined;
  for (const each of singleTypes(type))
    if (each.kind === 'enum' && Object.hasOwn(each.words, word)) return each.words[word];
  return undefined;
}

function recordFields(type: FieldType | undefined): readonly FieldSchema[] {
  if (type === undefined) return [];
  return singleTypes(type).flatMap((each) => (each.kind === 'record' ? (each.fields ?? []) : []));
}

function singleTypes(type: FieldType): readonly FieldType[] {
  return alternatives(type).flatMap((each) => (each.kind === 'list' ? singleTypes(each.of) : [each]));
}

function isTyped<T extends object>(value: object, member: keyof T & string): value is T {
  return Object.hasOwn(value, member);
}
