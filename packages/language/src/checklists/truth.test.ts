import { expect, it } from 'vitest';
import { all, broken, type Cause, holds, not, notKnown, some, type Truth } from './truth.js';

const cause = (text: string): Cause => ({ kind: 'missing', concept: 'model.kind', at: '/models/0', text });
const values: readonly Truth[] = [broken(cause('no')), notKnown(cause('?')), holds];
const words = (truth: Truth) => (truth.value === undefined ? '?' : truth.value ? 'yes' : 'no');
const table = (join: (both: readonly Truth[]) => Truth) =>
  values.map((a) => values.map((b) => words(join([a, b]))).join(' '));

it('joins as Kleene does', () => {
  expect(table(all)).toEqual(['no no no', 'no ? ?', 'no ? yes']);
  expect(table(some)).toEqual(['no ? yes', '? ? yes', 'yes yes yes']);
  expect(values.map((value) => words(not(value, () => cause('not'))))).toEqual(['yes', '?', 'no']);
});

it('keeps the causes of everything that has to be mended', () => {
  expect(all([broken(cause('a')), holds, notKnown(cause('b'))]).causes.map(({ text }) => text)).toEqual([
    'a',
    'b',
  ]);
  expect(some([broken(cause('a')), notKnown(cause('b'))]).causes.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(some([broken(cause('a')), holds])).toEqual(holds);
});
