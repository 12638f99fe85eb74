import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { regulationsTables } from './regulations-tables.js';

const page = readFileSync(new URL('../../../../docs/regulations.md', import.meta.url), 'utf8');
const tables = regulationsTables();

it.each(
  Object.keys(tables),
)('docs/regulations.md has the table %s of the library (else: node packages/language/scripts/regulations-page.mjs)', (name) => {
  expect(page.split(`<!-- ${name} -->\n`)[1]).toBe(`${tables[name]}\n`);
});

it('counts what was collected', () => {
  // As in the README of what was collected: 770 items, 125 by evidence, 29 by attestation, 132 from memory.
  const total = tables.checklists?.split('\n').at(-1) ?? '';
  expect(total).toMatch(/ 770 \| (\d+) \/ (\d+) \/ 125 \/ 29 \| 132 \|$/);
  const [, present = '', relations = ''] = / (\d+) \/ (\d+) \/ 125/.exec(total) ?? [];
  expect(Number(present) + Number(relations)).toBe(616);
  expect(tables.attestation?.split('\n')).toHaveLength(2 + 29);
});
