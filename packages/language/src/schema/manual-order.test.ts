import { expect, it } from 'vitest';
import { fieldsOf, sortedByManual } from './index.js';

it('sorts fields as in the manual, unknown ones behind them by name', () => {
  expect(sortedByManual('model', ['zebra', 'operatingPoint', 'alpha', 'kind', 'artifact'])).toEqual([
    'kind',
    'artifact',
    'operatingPoint',
    'alpha',
    'zebra',
  ]);
  const names = fieldsOf('dataset').map(({ name }) => name);
  expect(sortedByManual('dataset', [...names].reverse())).toEqual(names);
});

it('sorts the fields of a block, and those of an unknown kind by name', () => {
  expect(sortedByManual('product', ['users', 'statement'], 'intendedUse')).toEqual(['statement', 'users']);
  expect(sortedByManual('nothing', ['b', 'a'])).toEqual(['a', 'b']);
});
