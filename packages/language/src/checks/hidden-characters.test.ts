import { expect, it } from 'vitest';
import { checkText } from '../../test-kit/check-text.js';

it.each([
  ['in a name, and nothing else is said about it', 'ro\u200Ble Lead "Lead"\nrole Other', [['VGL0003', 1, 3]]],
  ['in a text', 'role Lead "Cl\u202Einical"', [['VGL0003', 1, 14]]],
  ['in a comment', 'role Lead // \u2067 x', [['VGL0003', 1, 14]]],
  ['in a column', 'subgroups S { a = `x\u200B` }', [['VGL0003', 1, 21]]],
])('a hidden character %s', async (_, text, expected) => {
  const found = await checkText(text);
  expect(found.map(({ code, location }) => [code, location.line, location.column])).toEqual(expected);
  expect(found[0]?.message).toMatch(/^a character that nobody sees stands here, U\+20\w\w [A-Z -]+: it /);
});
