import { expect, it } from 'vitest';
import { declarationSchemas, type FieldSchema, type FieldType } from '../../schema/index.js';
import { factStrictness } from './fact-strictness.js';

/** Durations that are no promise: neither a longer nor a shorter one asks for more. */
const neutral = [
  'product.lifetime',
  'changePlan/protocol.updateSchedule',
  'changePlan/protocol.duration',
  'modification/protocol.updateSchedule',
  'modification/protocol.duration',
  'trial.estimand.timepoint',
  'trial.estimands.timepoint',
];

/** Paths of all fields of the table with the kinds of value they take. */
const fields = new Map(
  declarationSchemas.flatMap(({ kind, fields, blocks }) => [
    ...pathsOf(kind, fields),
    ...blocks.flatMap((block) => pathsOf(`${kind}/${block.name}`, block.fields)),
  ]),
);

it('every duration of the table is longer or shorter for the better, or said to be neither', () => {
  const durations = [...fields].filter(([, kinds]) => kinds.includes('duration')).map(([path]) => path);
  expect(durations.length).toBeGreaterThan(40);
  expect(durations.filter((path) => !factStrictness.has(path) && !neutral.includes(path))).toEqual([]);
  expect(neutral.filter((path) => factStrictness.has(path))).toEqual([]);
});

it('every entry is a field of the table that holds such a value', () => {
  const kindOf = { duration: 'duration', number: 'number', word: 'enum', truth: 'boolean', set: 'list' };
  const wrong = [...factStrictness].filter(([path, { kind }]) => !fields.get(path)?.includes(kindOf[kind]));
  expect(wrong.map(([path, { kind }]) => `${path} is no ${kind}: ${fields.get(path)}`)).toEqual([]);
});

it('every word of an order is a word of its field', () => {
  for (const [path, strictness] of factStrictness) {
    if (strictness.kind !== 'word') continue;
    const words = fields.get(path)!.filter((kind) => kind.startsWith('word '));
    const comparable = words.filter(
      (word) => strictness.order(word.slice('word '.length), word.slice('word '.length)) === 'same',
    );
    expect(comparable.length, path).toBeGreaterThan(1);
  }
});

function pathsOf(owner: string, fields: readonly FieldSchema[]): [string, string[]][] {
  return fields.flatMap(({ name, type }) => {
    const kinds = alternatives(type);
    const members = kinds.flatMap((kind) => (kind.kind === 'record' ? (kind.fields ?? []) : []));
    const words = kinds.flatMap((kind) =>
      kind.kind === 'enum' ? Object.keys(kind.words).map((word) => `word ${word}`) : [],
    );
    return [
      [`${owner}.${name}`, [...kinds.map(({ kind }) => kind), ...words]],
      ...pathsOf(`${owner}.${name}`, members),
    ];
  });
}

/** The types a value may have, those of list items included. */
function alternatives(type: FieldType): FieldType[] {
  if (type.kind === 'either') return type.types.flatMap(alternatives);
  return type.kind === 'list' ? [type, ...alternatives(type.of)] : [type];
}
