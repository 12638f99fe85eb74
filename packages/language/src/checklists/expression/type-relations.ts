import type { Type } from '../model/type.js';

/** The types a value may have, one by one; a fact that may be written once counts as its items too. */
function alternativesOf(type: Type): readonly Type[] {
  if (type.kind === 'union') return type.of.flatMap(alternativesOf);
  return type.kind === 'list' && type.one ? [type, ...alternativesOf(type.of)] : [type];
}

/** Whether a value may stand as a condition: it may be true or false. */
export function mayBeTruth(type: Type): boolean {
  return alternativesOf(type).some(({ kind }) => kind === 'any' || kind === 'truth');
}

const ordered: readonly Type['kind'][] = ['any', 'number', 'duration', 'date'];

/** Whether a value may have an order. */
export function mayBeOrdered(type: Type): boolean {
  return alternativesOf(type).some(
    (each) => ordered.includes(each.kind) || (each.kind === 'entity' && each.concept === 'retentionPolicy'),
  );
}

/** Kinds of which one can equal the other: a thing equals its name, a number of days a duration. */
const families: readonly (readonly Type['kind'][])[] = [
  ['truth'],
  ['number', 'duration'],
  ['text', 'entity', 'date', 'record'],
  ['limit'],
  ['list'],
];

/** Whether two values can ever be equal. */
export function areComparable(a: Type, b: Type): boolean {
  const [first, second] = [alternativesOf(a), alternativesOf(b)];
  return first.some((one) =>
    second.some(
      (other) =>
        one.kind === 'any' ||
        other.kind === 'any' ||
        families.some((family) => family.includes(one.kind) && family.includes(other.kind)),
    ),
  );
}

/** What items a value has that can be looked through; undefined where it has none. */
export function itemsOfType(type: Type): Type | undefined {
  const lists = alternativesOf(type).flatMap((each) =>
    each.kind === 'list' ? [each.of] : each.kind === 'any' ? [each] : [],
  );
  if (lists.length === 0) return undefined;
  return lists.length === 1 ? lists[0] : { kind: 'union', of: lists };
}

/** The only words a value can be, in the field's words; undefined where other texts are possible. */
export function wordsOfType(type: Type): readonly string[] | undefined {
  const texts = alternativesOf(type).filter(({ kind }) => kind !== 'list');
  const words = texts.map((each) => (each.kind === 'text' ? each.words : undefined));
  return texts.length === 0 || words.includes(undefined) ? undefined : words.flatMap((each) => each ?? []);
}

/** A type in words: "a duration", "text", "a list". */
export function typeText(type: Type): string {
  const names = alternativesOf(type).map(({ kind, ...each }) =>
    'concept' in each ? each.concept : words[kind],
  );
  return [...new Set(names)].slice(0, 3).join(' or ');
}

const words: { readonly [kind in Type['kind']]: string } = {
  any: 'anything',
  truth: 'true or false',
  number: 'a number',
  text: 'text',
  duration: 'a duration',
  date: 'a date',
  limit: 'a limit',
  list: 'a list',
  record: 'a record',
  entity: 'a declaration',
  union: 'several types',
};
