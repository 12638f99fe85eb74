import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Condition, intersection, isWithin, range, regionOf } from './region.js';

const numbers = fc.integer({ min: -4, max: 4 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const, '==' as const), numbers)
    .map(([operator, value]) => ({ operator, value })),
  fc
    .tuple(numbers, numbers)
    .map(([a, b]) => ({ operator: 'outside' as const, low: Math.min(a, b), high: Math.max(a, b) })),
);
/** Whole numbers and what lies between them, beyond all bounds too: no other value could tell two regions apart. */
const points = Array.from({ length: 23 }, (_, index) => -5.5 + index / 2);

function meets(one: Condition, value: number): boolean {
  switch (one.operator) {
    case '<':
      return value < one.value;
    case '<=':
      return value <= one.value;
    case '>':
      return value > one.value;
    case '>=':
      return value >= one.value;
    case '==':
      return value === one.value;
    case 'outside':
      return value < one.low || value > one.high;
  }
}

it('one region is within another exactly where every number of it is', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 4 }), fc.array(condition, { maxLength: 4 }), (a, b) => {
      const within = points.every(
        (value) => !a.some((one) => meets(one, value)) || b.some((one) => meets(one, value)),
      );
      expect(isWithin(regionOf(a), regionOf(b))).toBe(within);
    }),
    { numRuns: 2000 },
  );
});

it('what is cut to a range is within the range, and the rest is not lost', () => {
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 4 }), (a) => {
      const cut = intersection(regionOf(a), range(-2, 2));
      expect(isWithin(cut, range(-2, 2))).toBe(true);
      for (const value of points) {
        const here = isWithin(regionOf([{ operator: '==', value }]), cut);
        expect(here).toBe(value >= -2 && value <= 2 && a.some((one) => meets(one, value)));
      }
    }),
  );
});
