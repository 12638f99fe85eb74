import { expect, it } from 'vitest';
import { circles } from './circles.js';

it('finds what needs itself, also by way of others', () => {
  expect(
    circles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
  ).toEqual([]);
  expect(
    circles(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', ['absent']],
      ]),
    ),
  ).toEqual([]);
  expect(circles(new Map([['a', ['a']]]))).toEqual([['a']]);
  expect(
    circles(
      new Map([
        ['a', ['b']],
        ['b', ['c', 'a']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual([
    ['b', 'c'],
    ['a', 'b'],
  ]);
});
