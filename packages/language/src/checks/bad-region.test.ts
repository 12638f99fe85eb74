import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BadRegion, isMilder, reach } from './bad-region.js';

const region = fc
  .record({
    a: fc.integer({ min: -3, max: 3 }),
    b: fc.integer({ min: -3, max: 3 }),
    kind: fc.constantFrom('low', 'high', 'both'),
    inclusive: fc.boolean(),
  })
  .filter(({ a, b, kind }) => kind !== 'both' || a < b)
  .map(
    ({ a, b, kind, inclusive }): BadRegion => ({
      low: kind === 'high' ? null : a,
      high: kind === 'low' ? null : b,
      inclusive: kind !== 'both' && inclusive,
    }),
  );

/** The definition itself, value by value. */
function isBad({ low, high, inclusive }: BadRegion, value: number): boolean {
  return (
    (low !== null && (inclusive ? value <= low : value < low)) ||
    (high !== null && (inclusive ? value >= high : value > high))
  );
}

describe('against trying every value on a fine grid', () => {
  const grid = Array.from({ length: 81 }, (_, index) => -5 + index / 8);

  it('reach says whether some or all values of the range are bad', () => {
    fc.assert(
      fc.property(
        region,
        fc.integer({ min: -4, max: 0 }),
        fc.integer({ min: 1, max: 4 }),
        (limit, minimum, maximum) => {
          const bad = grid
            .filter((value) => value >= minimum && value <= maximum)
            .map((value) => isBad(limit, value));
          const domain = {
            name: 'm',
            better: 'target',
            unit: 'none',
            givesPValue: false,
            minimum,
            maximum,
          } as const;
          const expected = bad.every((each) => !each)
            ? 'never'
            : bad.every((each) => each)
              ? 'always'
              : 'sometimes';
          expect(reach(limit, domain)).toBe(expected);
        },
      ),
    );
  });

  it('a milder warning is bad wherever the failure is, on the sides both have, and somewhere before it', () => {
    fc.assert(
      fc.property(region, region, (warn, fail) => {
        if (!isMilder(warn, fail)) return;
        const shared = grid.filter((value) => isBad(oneSided(fail, warn), value));
        for (const value of shared) expect(isBad(warn, value)).toBe(true);
      }),
    );
  });
});

/** The failure's region without the sides the warning does not have. */
function oneSided(fail: BadRegion, warn: BadRegion): BadRegion {
  return { ...fail, low: warn.low === null ? null : fail.low, high: warn.high === null ? null : fail.high };
}
