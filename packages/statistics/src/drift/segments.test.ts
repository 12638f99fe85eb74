import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DistinctCounts, DistributionSegment } from '../statistic.js';
import { segmentsToRefineForKs, segmentsToRefineForWasserstein } from './index.js';
import { ksStatistic } from './ks-statistic.js';
import { wassersteinDistance } from './wasserstein-distance.js';

function distinct(values: readonly number[]): DistinctCounts {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  return {
    values: Float64Array.from(sorted),
    counts: Float64Array.from(sorted, (x) => values.filter((value) => value === x).length),
  };
}

function segment(
  lower: number,
  upper: number,
  sides: readonly [readonly number[], readonly number[]],
  exact: boolean,
): DistributionSegment {
  const [reference, current] = sides.map((side) => side.filter((x) => x > lower && x <= upper)) as [
    number[],
    number[],
  ];
  const sum = (values: readonly number[]) => values.reduce((all, x) => all + x, 0);
  return {
    lower,
    upper,
    referenceCount: reference.length,
    currentCount: current.length,
    referenceSum: sum(reference),
    currentSum: sum(current),
    ...(exact ? { values: { reference: distinct(reference), current: distinct(current) } } : {}),
  };
}

/** Adjoining segments cut at the given points; `exact` says which of them carry their values. */
function segmentsAt(
  cuts: readonly number[],
  sides: readonly [readonly number[], readonly number[]],
  exact: (index: number) => boolean,
): DistributionSegment[] {
  const ends = [Number.NEGATIVE_INFINITY, ...[...new Set(cuts)].sort((a, b) => a - b), Infinity];
  return ends.slice(1).map((upper, i) => segment(ends[i]!, upper, sides, exact(i)));
}

/** Largest |F − G|, straight from the definition, as a ratio of integers. */
function ksByDefinition([reference, current]: readonly [readonly number[], readonly number[]]): number {
  const differences = [...reference, ...current].map((x) => {
    const below = (values: readonly number[]) => values.filter((value) => value <= x).length;
    return Math.abs(below(reference) * current.length - below(current) * reference.length);
  });
  return Math.max(...differences) / (reference.length * current.length);
}

/** ∫ |F⁻¹ − G⁻¹| over (0, 1): each row repeated so that both sides are equally long, then sorted and paired. */
function wassersteinByQuantiles([reference, current]: readonly [
  readonly number[],
  readonly number[],
]): number {
  const repeat = (values: readonly number[], times: number) =>
    values.flatMap((x) => new Array<number>(times).fill(x)).sort((a, b) => a - b);
  const left = repeat(reference, current.length);
  const right = repeat(current, reference.length);
  return left.reduce((sum, x, i) => sum + Math.abs(x - right[i]!), 0) / left.length;
}

const tied = fc.integer({ min: -12, max: 12 }).map((x) => x / 2);
const anywhere = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => x + 0);
const column = fc.oneof(
  fc.array(tied, { minLength: 1, maxLength: 30 }),
  fc.array(anywhere, { minLength: 1, maxLength: 30 }),
);
const sample = fc.record({
  sides: fc.tuple(column, column),
  cuts: fc.array(fc.oneof(tied, anywhere), { maxLength: 12 }),
});

it('KS from segments in any number equals its definition exactly', () => {
  fc.assert(
    fc.property(sample, ({ sides, cuts }) => {
      expect(ksStatistic(segmentsAt(cuts, sides, () => true))).toBe(ksByDefinition(sides));
    }),
  );
});

it('KS from counts, with only the named segments refined, equals the full value exactly', () => {
  fc.assert(
    fc.property(sample, ({ sides, cuts }) => {
      const named = segmentsToRefineForKs(segmentsAt(cuts, sides, () => false));
      const refined = segmentsAt(cuts, sides, (index) => named.includes(index));
      expect(segmentsToRefineForKs(refined)).toEqual([]);
      expect(ksStatistic(refined)).toBe(ksByDefinition(sides));
    }),
  );
});

it('Wasserstein from counts and sums, with only the named segments refined, equals the full value', () => {
  fc.assert(
    fc.property(sample, ({ sides, cuts }) => {
      const named = segmentsToRefineForWasserstein(segmentsAt(cuts, sides, () => false));
      const refined = segmentsAt(cuts, sides, (index) => named.includes(index));
      expect(segmentsToRefineForWasserstein(refined)).toEqual([]);
      const full = wassersteinByQuantiles(sides);
      for (const segments of [refined, segmentsAt(cuts, sides, () => true)])
        expect(Math.abs(wassersteinDistance(segments)! - full)).toBeLessThanOrEqual(1e-11 + 1e-12 * full);
    }),
  );
});

it('unrefined segments that matter give no value rather than a wrong one', () => {
  const sides = [
    [1, 4],
    [2, 3],
  ] as const;
  const coarse = segmentsAt([], sides, () => false);
  expect(ksStatistic(coarse)).toBeNull();
  expect(wassersteinDistance(coarse)).toBeNull();
  expect(segmentsToRefineForKs(coarse)).toEqual([0]);
  expect(segmentsToRefineForWasserstein(coarse)).toEqual([0]);
});

it('a thousand bins of two shifted columns leave next to nothing to refine', () => {
  const values = (shift: number) =>
    Array.from({ length: 4000 }, (_, i) => Math.sin(i * 12.9898) * 50 + shift);
  const sides = [values(0), values(5)] as const;
  const cuts = Array.from({ length: 999 }, (_, i) => -60 + (i * 130) / 999);
  const coarse = segmentsAt(cuts, sides, () => false);
  expect(segmentsToRefineForKs(coarse).length).toBeLessThan(50);
  expect(segmentsToRefineForWasserstein(coarse).length).toBeLessThan(20);
});

it('an empty side asks for nothing', () => {
  const coarse = segmentsAt([0], [[1, 2], []], () => false);
  expect(segmentsToRefineForKs(coarse)).toEqual([]);
  expect(segmentsToRefineForWasserstein(coarse)).toEqual([]);
});

it('Wasserstein of two points is their distance, however far from 0 they lie', () => {
  const far = 1.7e15;
  expect(wassersteinDistance(segmentsAt([], [[far], [far + 3]], () => true))).toBe(3);
  expect(wassersteinDistance([segment(far - 1, far + 4, [[far], [far + 3]], true)])).toBe(3);
});
