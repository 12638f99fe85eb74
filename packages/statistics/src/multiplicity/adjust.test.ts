import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustPValues, benjaminiHochberg, bonferroni, holm } from './index.js';

/** The fifteen tests of Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289–300, section 4.1. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1.0,
];

describe('Benjamini and Hochberg 1995', () => {
  it('rejects three by Bonferroni and four by false discovery rate at 0.05, as the paper says', () => {
    const rejected = (adjusted: (number | null)[]) => adjusted.filter((p) => p! <= 0.05).length;
    expect(rejected(bonferroni(published))).toBe(3);
    expect(rejected(benjaminiHochberg(published))).toBe(4);
  });

  it('adjusted values as by statsmodels 0.15.0 `multipletests`', () => {
    const expectedHolm = [
      0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1,
    ];
    const expectedBenjaminiHochberg = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765,
      0.486, 0.5811818181818182, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
    ];
    holm(published).forEach((p, i) => {
      expect(p).toBeCloseTo(expectedHolm[i]!, 12);
    });
    benjaminiHochberg(published).forEach((p, i) => {
      expect(p).toBeCloseTo(expectedBenjaminiHochberg[i]!, 12);
    });
  });
});

it('worked by hand, unsorted and with a test that was not made', () => {
  // Family of 3 (null does not count): ascending 0.01, 0.02, 0.04.
  // Holm 0.03, max(0.03, 0.04), max(0.04, 0.04); BH min(0.03, 0.03), min(0.03, 0.04), 0.04; Bonferroni × 3.
  const p = [0.04, null, 0.01, 0.02];
  expect(adjustPValues('holm', p)).toEqual([0.04, null, 0.03, 0.04]);
  expect(adjustPValues('benjamini_hochberg', p)).toEqual([0.04, null, 0.03, 0.03]);
  expect(adjustPValues('bonferroni', p)).toEqual([0.12, null, 0.03, 0.06]);
});

it('leaves a family of one and an empty family as they are', () => {
  for (const method of ['bonferroni', 'holm', 'benjamini_hochberg'] as const) {
    expect(adjustPValues(method, [0.03])).toEqual([0.03]);
    expect(adjustPValues(method, [])).toEqual([]);
    expect(adjustPValues(method, [null])).toEqual([null]);
  }
});

const family = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), {
  maxLength: 40,
});

it('raw ≤ BH ≤ Holm ≤ Bonferroni ≤ 1, in the order of the raw values, whatever their order', () => {
  fc.assert(
    fc.property(family, (p) => {
      const strict = bonferroni(p);
      const stepDown = holm(p);
      const stepUp = benjaminiHochberg(p);
      const slack = 1e-15;
      p.forEach((raw, i) => {
        if (raw === null) {
          expect([strict[i], stepDown[i], stepUp[i]]).toEqual([null, null, null]);
          return;
        }
        expect(raw).toBeLessThanOrEqual(stepUp[i]! + slack);
        expect(stepUp[i]).toBeLessThanOrEqual(stepDown[i]! + slack);
        expect(stepDown[i]).toBeLessThanOrEqual(strict[i]! + slack);
        expect(strict[i]).toBeLessThanOrEqual(1);
      });
      expect(holm([...p].reverse()).reverse()).toEqual(stepDown);
    }),
  );
});
