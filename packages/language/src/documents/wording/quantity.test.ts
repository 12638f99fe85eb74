import { describe, expect, it } from 'vitest';
import { durationWords, fieldWords, percent, percentagePoints } from './quantity.js';

describe('quantities in words', () => {
  it.each([
    [0.001, '0.1%'],
    [0.07, '7%'],
    [0.29, '29%'],
    [0.575, '57.5%'],
    [1.1, '110%'],
    [-0.02, '-2%'],
    [0, '0%'],
    [1e-9, '1e-7%'],
  ])('%d is %s, without the noise of binary fractions', (proportion, words) => {
    expect(percent(proportion)).toBe(words);
  });

  it('a difference of proportions is in percentage points', () => {
    expect(percentagePoints(0.05)).toBe('5 percentage points');
  });

  it.each([
    [{ count: 1, unit: 'month' }, '1 month'],
    [{ count: 30, unit: 'day' }, '30 days'],
    [{ count: 1.5, unit: 'hour' }, '1.5 hours'],
  ] as const)('%j is %s', (duration, words) => {
    expect(durationWords(duration)).toBe(words);
  });

  it.each([
    ['outOfScope', 'Out of scope'],
    ['fdaClass', 'FDA class'],
    ['samdSituation', 'SaMD situation'],
    ['C', 'C'],
    ['max_depth', 'Max depth'],
  ])('the field %s is "%s"', (name, words) => {
    expect(fieldWords(name)).toBe(words);
  });
});
