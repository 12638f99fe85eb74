import { expect, it } from 'vitest';
import chiSquareGolden from './golden/chi-square.json' with { type: 'json' };
import kolmogorovGolden from './golden/kolmogorov.json' with { type: 'json' };
import twoSampleGolden from './golden/kolmogorov-two-sample.json' with { type: 'json' };
import studentTGolden from './golden/student-t.json' with { type: 'json' };
import { chiSquareSurvival, exactTwoSampleSurvival, kolmogorovSurvival, studentTQuantile } from './index.js';

/** Largest relative error over rows whose last entry is the expected value. */
function worst(rows: readonly (readonly number[])[], compute: (...row: number[]) => number): number {
  return Math.max(
    ...rows.map((row) => {
      const expected = row.at(-1)!;
      const actual = compute(...row);
      return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
    }),
  );
}

it('chi-square tail: twelve digits down to 1e-300 and for 100,000 degrees of freedom (mpmath)', () => {
  expect(chiSquareGolden.chiSquare.length).toBeGreaterThan(50);
  expect(worst(chiSquareGolden.chiSquare, (x, degrees) => chiSquareSurvival(x!, degrees!))).toBeLessThan(
    1e-12,
  );
});

it('chi-square tail: closed forms', () => {
  // Two degrees of freedom: exp(−x/2).
  for (const x of [0.1, 1, 10, 100, 1000])
    expect(chiSquareSurvival(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
  expect(chiSquareSurvival(0, 3)).toBe(1);
  expect(chiSquareSurvival(0, 0)).toBe(1);
  expect(chiSquareSurvival(Number.POSITIVE_INFINITY, 3)).toBe(0);
  expect(chiSquareSurvival(3000, 5)).toBe(0);
});

it("Student's t quantile: fourteen digits (mpmath)", () => {
  expect(worst(studentTGolden.studentT, (p, degrees) => studentTQuantile(p!, degrees!))).toBeLessThan(1e-14);
});

it('Kolmogorov tail in every branch, n from 5 to 5,000,000 (scipy kstwo.sf)', () => {
  expect(kolmogorovGolden.kolmogorov.length).toBeGreaterThan(100);
  expect(worst(kolmogorovGolden.kolmogorov, (n, x) => kolmogorovSurvival(n!, x!))).toBeLessThan(1e-10);
});

it('exact two-sample Kolmogorov-Smirnov tail (scipy ks_2samp exact)', () => {
  expect(twoSampleGolden.twoSample.length).toBeGreaterThan(40);
  expect(worst(twoSampleGolden.twoSample, (d, n, m) => exactTwoSampleSurvival(d!, n!, m!))).toBeLessThan(
    1e-12,
  );
});

it('exact two-sample tail of three against three, counted by hand', () => {
  // C(6,3) = 20 orders. D = 1 needs all of one side first: 2 of 20. D >= 2/3: 12 of 20 paths touch |x − y| = 2,
  // by reflection 2·C(6,1) − (the 0 that touch both, as that needs 3 + 3 + … > 6 steps).
  expect(exactTwoSampleSurvival(1, 3, 3)).toBeCloseTo(2 / 20, 15);
  expect(exactTwoSampleSurvival(2 / 3, 3, 3)).toBeCloseTo(12 / 20, 15);
  expect(exactTwoSampleSurvival(1 / 3, 3, 3)).toBe(1);
  expect(exactTwoSampleSurvival(0, 3, 3)).toBe(1);
});

it('a tail below the smallest double is 0 without a path being counted', () => {
  // Just below the bound the count itself underflows to 0; just above it 0 is returned at once.
  expect([0.38, 0.39, 0.95, 1].map((d) => exactTwoSampleSurvival(d, 10_000, 10_000))).toEqual([0, 0, 0, 0]);
  expect(exactTwoSampleSurvival(0.25, 10_000, 10_000)).toBeGreaterThan(0);
});

it('the exact tail does not depend on which side is which', () => {
  for (const [n, m, h] of [
    [5, 9, 20],
    [12, 8, 9],
    [100, 37, 800],
  ] as const) {
    const divisor = n === 12 ? 4 : 1;
    const d = h / ((n * m) / divisor);
    expect(exactTwoSampleSurvival(d, n, m)).toBe(exactTwoSampleSurvival(d, m, n));
  }
});
