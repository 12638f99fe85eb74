import { expect, it } from 'vitest';
import { formatCount, formatExact, formatP, formatValue } from './format.js';

it.each([
  [0, null, '0'],
  [-0, null, '0'],
  [0.123456, null, '0.123'],
  [0.1, null, '0.100'],
  [1, null, '1.00'],
  [-0.5, null, '-0.500'],
  [-1234.56, null, '-1,235'],
  [12345.678, null, '12,346'],
  [999.9, null, '1,000'],
  [0.00000123456, null, '0.00000123'],
  [1.5e-9, null, '1.5e-9'],
  [2.5e20, null, '250000000000000000000'],
  [0.4123, 'proportion', '41.2%'],
  [1, 'proportion', '100%'],
  [0.00005, 'proportion', '0.00500%'],
  [4.5797, 'd', '4.58 d'],
  [1234, 'count', '1,234'],
  [0, 'proportion', '0%'],
])('formats %d as %s: %s', (value, unit, expected) => {
  expect(formatValue(value, unit)).toBe(expected);
});

it.each([
  [0.20004, null, [0.2], '0.20004'],
  [0.2, null, [0.2], '0.200'],
  [0.04998, 'proportion', [0.05], '4.998%'],
])('%d never looks like the limit it is not', (value, unit, beside, expected) => {
  expect(formatValue(value, unit, beside)).toBe(expected);
});

it.each([
  [0.1, null, '0.1'],
  [0.3, 'proportion', '30%'],
  [0.035, 'proportion', '3.5%'],
  [0.07, 'proportion', '7%'],
  [0.00001, null, '0.00001'],
  [1e-7, null, '1e-7'],
  [30, 'd', '30 d'],
])('writes the limit %d of unit %s as %s', (value, unit, expected) => {
  expect(formatExact(value, unit)).toBe(expected);
});

it.each([
  [0.00001, [], '< 0.0001'],
  [0, [], '< 0.0001'],
  [0.00001, [0.00002], '0.0000100'],
  [0.0123, [], '0.0123'],
  [1, [], '1.00'],
])('p %d', (pValue, beside, expected) => {
  expect(formatP(pValue, beside)).toBe(expected);
});

it('groups thousands', () => {
  expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
});
