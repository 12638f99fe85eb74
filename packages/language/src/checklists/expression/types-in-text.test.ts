import { expect, it } from 'vitest';
import { typeText } from './type-relations.js';
import { typeOfWords, variablesIn } from './types-in-text.js';

const wordsOf = (text: string) => text.match(/"[^"]*"|'[^']*'|\w+|\S/g) ?? [];

it.each([
  ['product', 'product'],
  ['product.isDevice', 'true or false'],
  ['models', 'a list'],
  ['monitors.all(m, m.runbook', 'a list or runbook'],
  ['monitors.filter(m, m.kind == "drift").all(k, k', 'monitor'],
  ['changePlans.all(p, p.modifications.exists(m, m.protocol', 'protocol'],
  ['present(product.purpose) && risks.all(r, r.controls.all(c, c.verifiedBy.size() > 0 && r', 'risk'],
  ['role("prrc")', 'role'],
  ['years(10)', 'a duration'],
  ['["a", "b"]', 'a list'],
  ['models[0]', 'model'],
  ['"a"', 'text'],
])('%s is %s', (text, expected) => {
  const type = typeOfWords(wordsOf(text));
  expect(type && typeText(type)).toBe(expected);
});

it.each([
  'produkt',
  'product.nothing',
  'product.',
  '',
  'm',
  'monitors.all(m, x',
])('%s says nothing', (text) => {
  expect(typeOfWords(wordsOf(text))).toBeUndefined();
});

it('knows the variables that are open', () => {
  const names = (text: string) => [...variablesIn(wordsOf(text)).keys()];
  expect(names('risks.all(r, r.controls.all(c, ')).toEqual(['r', 'c']);
  expect(names('risks.all(r, present(r.harm)) && ')).toEqual([]);
  expect(names('risks.all(r, present(')).toEqual(['r']);
});
