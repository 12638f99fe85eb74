import { expect, it } from 'vitest';
import { declarationSchemas, statementSchemas } from '../schema/index.js';
import { declarationForms, statementForms } from './statement-forms.js';

it('the declarations with a form are those of the table with syntax of their own, and what stands in no declaration', () => {
  const facts = declarationSchemas.filter(
    ({ syntax, kind }) => syntax.startsWith(kind) && !syntax.includes('{'),
  );
  const constructs = declarationSchemas.filter(
    (schema) => !facts.includes(schema) && schema.kind !== 'modification',
  );
  expect(Object.keys(declarationForms).sort()).toEqual(
    [...constructs.map(({ kind }) => kind), 'import', 'waive'].sort(),
  );
});

it('every statement of the table is known by its first word', () => {
  const words = statementSchemas
    .filter((statement) => !statement.in.includes('item') && !statement.keyword.startsWith('<'))
    .map(({ keyword }) => keyword.split(' ')[0] ?? '');
  const known = { ...statementForms, ...declarationForms };
  expect(words.filter((word) => !Object.hasOwn(known, word))).toEqual([]);
});

it('the forms of one word stand beside each other', () => {
  expect(statementForms.on).toBe('`on fail run DriftResponse` or `on warn notify Safety`');
  expect(statementForms.label).toContain('`label: readmitted');
  expect(statementForms).not.toHaveProperty('of');
  expect(statementForms).not.toHaveProperty('severity');
});
