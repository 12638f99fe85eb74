import { expect, it } from 'vitest';
import table from '../../schema/generated/concepts.json' with { type: 'json' };
import { constructs } from '../../schema/index.js';
import { typeOfConceptField, typeOfMember, typeOfRoot } from '../expression/member-types.js';
import { concepts, conceptsByPlural } from './concept-table.js';

const paths = Object.entries(table.concepts).flatMap(([concept, fields]) =>
  fields.map((field) => [concept, field] as const),
);

it('every fact a checklist depends on can be read', () => {
  expect(paths.length).toBeGreaterThan(600);
  const unread = paths.filter(([concept, field]) => {
    const root = typeOfRoot(concept);
    return root === undefined || typeOfMember(root, field) === undefined;
  });
  expect(unread).toEqual([]);
});

it('so can what the syntax of a declaration expresses', () => {
  const unread = constructs.filter(({ concept }) => {
    const [name = '', field = ''] = concept.split('.');
    return typeOfConceptField(name, field) === undefined;
  });
  expect(unread).toEqual([]);
});

it('a word stands for one thing', () => {
  for (const [plural, { name }] of conceptsByPlural) {
    expect(concepts.has(plural), plural).toBe(false);
    expect(name).not.toBe(plural);
  }
});
