import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ScoreCounts } from '../statistic.js';
import { deLong, deLongInterval } from './index.js';

type Cell = readonly [score: number, positives: number, negatives: number];

function counts(cells: readonly Cell[]): ScoreCounts {
  const sorted = [...cells].sort((a, b) => a[0] - b[0]);
  return {
    kind: 'scores',
    scores: Float64Array.from(sorted, ([score]) => score),
    positives: Float64Array.from(sorted, ([, positives]) => positives),
    negatives: Float64Array.from(sorted, ([, , negatives]) => negatives),
    unlabelled: 0,
  };
}

/** The definition itself: every pair compared, then the sample variances of the row and column means. */
function byPairs(cells: readonly Cell[]): { area: number; variance: number } {
  const positives = cells.flatMap(([score, count]) => new Array<number>(count).fill(score));
  const negatives = cells.flatMap(([score, , count]) => new Array<number>(count).fill(score));
  const wins = positives.map((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
  const v10 = wins.map((row) => mean(row));
  const v01 = negatives.map((_, j) => mean(wins.map((row) => row[j]!)));
  return {
    area: mean(v10),
    variance: sampleVariance(v10) / positives.length + sampleVariance(v01) / negatives.length,
  };
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sampleVariance = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);

const cells = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
    { selector: ([score]) => score, minLength: 2, maxLength: 12 },
  )
  .filter(
    (list) =>
      list.reduce((sum, [, positives]) => sum + positives, 0) >= 2 &&
      list.reduce((sum, [, , negatives]) => sum + negatives, 0) >= 2,
  );

it('worked by hand: positives 3, 2 and negatives 1, 2', () => {
  // Pairs: 3>1, 3>2, 2>1, 2=2 → (1 + 1 + 1 + ½) / 4 = 0.875.
  // V10 = (1, ¾), V01 = (1, ¾); each sample variance is 1/32, divided by 2 and added: 1/32.
  const estimate = deLong(
    counts([
      [1, 0, 1],
      [2, 1, 1],
      [3, 1, 0],
    ]),
  );
  expect(estimate).toEqual({ area: 0.875, variance: 1 / 32 });
  const [lower, upper] = deLongInterval(estimate!, 0.95)!;
  expect(lower).toBeCloseTo(0.875 - 1.959963984540054 / Math.sqrt(32), 12);
  expect(upper).toBe(1);
});

it('equals the sum over all pairs', () => {
  fc.assert(
    fc.property(cells, (list) => {
      const fast = deLong(counts(list))!;
      const slow = byPairs(list);
      expect(fast.area).toBeCloseTo(slow.area, 12);
      expect(fast.variance).toBeCloseTo(slow.variance, 12);
    }),
  );
});

it('AUROC of reversed scores = 1 − AUROC, with the same variance', () => {
  fc.assert(
    fc.property(cells, (list) => {
      const forward = deLong(counts(list))!;
      const reversed = deLong(counts(list.map(([score, p, n]): Cell => [-score, p, n])))!;
      expect(reversed.area).toBeCloseTo(1 - forward.area, 12);
      expect(reversed.variance).toBeCloseTo(forward.variance!, 12);
    }),
  );
});

it('does not change under a monotone transform of the scores', () => {
  fc.assert(
    fc.property(cells, (list) => {
      expect(deLong(counts(list.map(([score, p, n]): Cell => [Math.exp(score / 3), p, n])))).toEqual(
        deLong(counts(list)),
      );
    }),
  );
});

it('has no interval where the variance says nothing', () => {
  const separated = deLong(
    counts([
      [1, 0, 5],
      [2, 5, 0],
    ]),
  )!;
  expect(separated).toEqual({ area: 1, variance: 0 });
  expect(deLongInterval(separated, 0.95)).toBeNull();
  const onePositive = deLong(
    counts([
      [1, 0, 5],
      [2, 1, 0],
    ]),
  )!;
  expect(onePositive.variance).toBeNull();
  expect(deLongInterval(onePositive, 0.95)).toBeNull();
});

it('is null when a class is empty', () => {
  expect(deLong(counts([[1, 0, 5]]))).toBeNull();
  expect(deLong(counts([]))).toBeNull();
});
