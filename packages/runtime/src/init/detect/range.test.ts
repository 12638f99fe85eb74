import { expect, it } from 'vitest';
import { profile } from '../testing/profile.js';
import { declaredRange } from './range.js';

const many = (values: readonly number[]) => Object.fromEntries(values.map((value) => [String(value), 20]));

it('keeps ends that 11 rows hold', () => {
  expect(declaredRange(profile('days', { '1': 11, '7': 500, '14': 11 }))).toEqual({ low: 1, high: 14 });
});

it('rounds ends of fewer rows outwards: they may be one patient', () => {
  expect(declaredRange(profile('count', { '3': 10, '7': 500, '81': 1 }))).toEqual({ low: 0, high: 85 });
});

it('rounds fractions by their span', () => {
  expect(declaredRange(profile('lactate', { '0.43': 1, '2.5': 60, '7.12': 1 }))).toEqual({
    low: 0,
    high: 7.5,
  });
});

it('rounds negative numbers outwards, too', () => {
  expect(declaredRange(profile('excess', { '-13.2': 1, '0': 60, '4.1': 1 }))).toEqual({ low: -15, high: 5 });
});

it('takes a constant as it is where it is common, and widens a single value', () => {
  expect(declaredRange(profile('one', many([5])))).toEqual({ low: 5, high: 5 });
  expect(declaredRange(profile('one', { '5': 1 }))).toEqual({ low: 5, high: 6 });
});

it('is unknown without a value', () => {
  expect(declaredRange(profile('none', {}))).toBeNull();
});
