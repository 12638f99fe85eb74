import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binNames } from './bin-names.js';
import { type DistributionFigure, figureOf } from './figure.js';

const cells = (names: string[], reference: number[], current: number[]) =>
  figureOf(
    { kind: 'cells', reference, current, missingReference: 0, missingCurrent: 0, names },
    0.95,
  ) as DistributionFigure;

it('gives shares of what can be shown', () => {
  expect(cells(['a', 'b'], [25, 75], [50, 50]).cells).toEqual([
    { name: 'a', reference: 0.25, current: 0.5 },
    { name: 'b', reference: 0.75, current: 0.5 },
  ]);
});

it('hides a count below 11, and the next smallest with it, so that no subtraction brings it back', () => {
  const shown = cells(['a', 'b', 'c'], [100, 100, 100], [4, 30, 66]).cells;
  expect(shown.map(({ current }) => current)).toEqual([null, null, 0.66]);
});

it('says of rare categories only that there are others', () => {
  const shown = cells(['common', 'rare disease', 'other rare disease'], [500, 3, 0], [480, 0, 9]).cells;
  expect(shown.map(({ name }) => name)).toEqual(['common', 'other']);
});

it('never shows a count of 1 to 10, and never exactly one gap', () => {
  const side = fc.array(fc.nat(60), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(side, side, (reference, current) => {
      const { cells: shown } = cells(['a', 'b', 'c'], reference, current);
      for (const [counts, shares] of [
        [reference, shown.map((cell) => cell.reference)],
        [current, shown.map((cell) => cell.current)],
      ] as const) {
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const share of shares) {
          const count = Math.round((share ?? 0) * total);
          expect(count === 0 || count >= 11).toBe(true);
        }
        const hidden = shares.filter((share) => share === null).length;
        const positive = shares.filter((share) => share !== 0).length;
        if (hidden === 1) expect(positive).toBe(1);
      }
    }),
  );
});

it('shows calibration where enough rows stand behind a bin', () => {
  // Ten rows at 0.05 are too few; of a hundred at 0.55 sixty had the outcome.
  const figure = figureOf(
    {
      kind: 'scores',
      scores: Float64Array.of(0.05, 0.55),
      positives: Float64Array.of(1, 60),
      negatives: Float64Array.of(9, 40),
      unlabelled: 0,
    },
    0.95,
  );
  // Wilson's interval of 60 in 100: 0.5020 to 0.6906 (Wilson 1927; any table).
  expect(figure).toEqual({
    kind: 'reliability',
    bins: [
      {
        predicted: 0.55,
        observed: 0.6,
        interval: [expect.closeTo(0.502, 3), expect.closeTo(0.6906, 4)],
        n: 100,
      },
    ],
  });
});

it('names bins by their ends', () => {
  expect(binNames([4, 7], 'right')).toEqual(['≤ 4', '4 – 7', '> 7']);
  expect(binNames([0.123456], 'left')).toEqual(['< 0.1235', '≥ 0.1235']);
  expect(binNames([], 'right')).toEqual(['all values']);
});
