import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, hint, nearest } from './did-you-mean.js';

describe('editDistance', () => {
  // Counted by hand: each row names the edits.
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['auroc', 'auroq', 1], // substitute c
    ['auroc', 'auorc', 1], // swap o, r
    ['kitten', 'sitting', 3], // k→s, e→i, +g
    ['ca', 'abc', 3], // optimal string alignment: the swapped pair may not be edited again
  ])('%s → %s = %i', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });

  it('is symmetric and zero only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('nearest', () => {
  const metrics = ['auroc', 'psi', 'ks', 'sensitivity', 'specificity', 'observed_expected'];
  it.each([
    ['auroq', 'auroc'],
    ['sensitvity', 'sensitivity'],
    ['observedExpected', 'observed_expected'],
    ['PSI', 'psi'],
    ['fluctuation', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, metrics)).toBe(expected);
  });

  it('does not depend on the order of the candidates', () => {
    const rivals = ['cat', 'bat', 'hat'];
    expect(nearest('at', rivals)).toBe(nearest('at', [...rivals].reverse()));
    expect(nearest('at', rivals)).toBe('bat');
  });

  it('gives no advice for words of absurd length', () => {
    expect(nearest('a'.repeat(1_000_000), [...metrics, 'a'.repeat(999_999)])).toBeUndefined();
  });
});

it('hint is half a sentence or nothing', () => {
  expect(hint('auroc')).toBe("; did you mean 'auroc'?");
  expect(hint(undefined)).toBe('');
});
