import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  blockSchema,
  clauseSchemas,
  constructs,
  declarationSchema,
  declarationSchemas,
  statementSchemas,
  waysToSay,
} from './index.js';

const fixture = JSON.parse(readFileSync(new URL('generated/concepts.json', import.meta.url), 'utf8')) as {
  concepts: Record<string, string[]>;
};
const concepts = Object.entries(fixture.concepts).flatMap(([name, fields]) =>
  fields.map((field) => `${name}.${field}`),
);

it('every concept the checklists need can be said', () => {
  expect(concepts.length).toBe(700);
  expect(concepts.filter((concept) => waysToSay(concept).length === 0)).toEqual([]);
});

it('every declaration the checklists need is a declaration, a block or a statement', () => {
  const blocks = declarationSchemas.flatMap((schema) => schema.blocks.map(({ name }) => name));
  const stated = [...statementSchemas, ...clauseSchemas].flatMap((statement) => statement.concepts ?? []);
  const known = new Set([
    ...declarationSchemas.map(({ concept }) => concept),
    ...blocks,
    ...stated.map((concept) => concept.split('.')[0]),
  ]);
  expect(Object.keys(fixture.concepts).length).toBe(56);
  expect(Object.keys(fixture.concepts).filter((name) => !known.has(name))).toEqual([]);
});

it('nothing is said to express a concept that the checklists do not know', () => {
  const named = [
    ...declarationSchemas.flatMap((schema) => schema.fields.flatMap(({ concept }) => concept ?? [])),
    ...[...statementSchemas, ...clauseSchemas].flatMap((statement) => statement.concepts ?? []),
    ...constructs.map(({ concept }) => concept),
  ];
  expect(named.filter((concept) => !concepts.includes(concept))).toEqual([]);
});

it('constructs name what exists', () => {
  for (const { kind, place, concept } of constructs) {
    const schema = declarationSchema(kind);
    expect(schema, concept).toBeDefined();
    if ('block' in place) expect(blockSchema(kind, place.block), concept).toBeDefined();
    if ('part' in place) expect(`${schema?.syntax}`).toContain(`<${place.part}>`);
    if ('member' in place) {
      const field = schema?.fields.find(({ name }) => name === place.field);
      expect(JSON.stringify(field?.type), concept).toContain(`"name":"${place.member}"`);
    }
  }
});

it('statements stand in declarations, clauses in statements or beside fields', () => {
  const kinds = declarationSchemas.map(({ kind }) => kind);
  const keywords = statementSchemas.map(({ keyword }) => keyword);
  const columns = declarationSchema('log')!.fields.map(({ name }) => name);
  for (const statement of statementSchemas)
    for (const place of statement.in) expect([...kinds, 'file', 'item'], statement.keyword).toContain(place);
  for (const clause of clauseSchemas)
    for (const place of clause.in) expect([...keywords, ...columns], clause.keyword).toContain(place);
});
