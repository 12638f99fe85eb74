import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limit } from '../../test/protocol.js';
import { type Evidence, judge } from './limits.js';

const seen = (
  value: number | null,
  interval: readonly [number, number] | null = null,
  pValue: number | null = null,
): Evidence => ({
  value,
  interval,
  pValue,
});
const verdict = (evidence: Evidence, limits: string[], byInterval = false) =>
  judge(evidence, limits.map(limit), byInterval).verdict;

describe('exactly at the limit', () => {
  it.each([
    ['fail < 0.3', 0.3, 'pass'],
    ['fail <= 0.3', 0.3, 'fail'],
    ['fail > 0.3', 0.3, 'pass'],
    ['fail >= 0.3', 0.3, 'fail'],
    ['fail == 0', 0, 'fail'],
    ['fail == 0', -0, 'fail'],
    ['fail outside 0.8..1.25', 0.8, 'pass'],
    ['fail outside 0.8..1.25', 1.25, 'pass'],
    ['fail outside 0.8..1.25', 0.8 - Number.EPSILON, 'fail'],
    ['fail outside 0.8..1.25', 1.25 + 2 * Number.EPSILON, 'fail'],
    ['fail > 0.3', 0.1 + 0.2, 'fail'],
  ])('%s of %d: %s', (text, value, expected) => {
    expect(verdict(seen(value), [text])).toBe(expected);
  });
});

describe('with several limits', () => {
  const limits = ['warn > 0.1', 'fail > 0.2'];
  it.each([
    [0.05, 'pass', null],
    [0.15, 'warn', 0],
    [0.25, 'fail', 1],
  ])('%d: %s by limit %s', (value, expected, decisive) => {
    expect(judge(seen(value), limits.map(limit), false)).toMatchObject({ verdict: expected, decisive });
  });

  it('without any limit a value is a pass and no value is none', () => {
    expect(verdict(seen(1), [])).toBe('pass');
    expect(verdict(seen(null), [])).toBe('insufficient');
  });
});

describe('with confidence', () => {
  it.each([
    ['the whole interval beyond', 0.25, [0.22, 0.28], 'fail'],
    ['the interval reaches the limit', 0.25, [0.2, 0.3], 'warn'],
    ['the interval straddles it', 0.25, [0.15, 0.35], 'warn'],
    ['the point within, the interval beyond', 0.15, [0.05, 0.25], 'pass'],
    ['an open interval', 0.25, [0.15, Number.POSITIVE_INFINITY], 'warn'],
    ['no interval', 0.25, null, 'fail'],
  ] as const)('%s', (_, value, interval, expected) => {
    expect(verdict(seen(value, interval), ['fail > 0.2'], true)).toBe(expected);
  });

  it('an interval outside a range lies on one side of it', () => {
    expect(verdict(seen(1.5, [1.3, 1.7]), ['fail outside 0.8..1.25'], true)).toBe('fail');
    expect(verdict(seen(1.5, [1.2, 1.9]), ['fail outside 0.8..1.25'], true)).toBe('warn');
  });

  it('a warn limit goes by the point', () => {
    expect(verdict(seen(0.25, [0.1, 0.4]), ['warn > 0.2'], true)).toBe('warn');
  });

  it('without the word the point decides', () => {
    expect(verdict(seen(0.25, [0.1, 0.4]), ['fail > 0.2'], false)).toBe('fail');
  });
});

describe('p-values', () => {
  it.each([
    [0.009, 'fail'],
    [0.01, 'pass'],
    [null, 'insufficient'],
  ])('p %s against p < 0.01: %s', (pValue, expected) => {
    expect(verdict(seen(0.3, null, pValue), ['fail p < 0.01'])).toBe(expected);
  });

  it('a value beyond its limit fails, whatever the missing p would say', () => {
    expect(verdict(seen(0.3), ['fail > 0.2', 'fail p < 0.01'])).toBe('fail');
  });
});

it('what is no number never passes', () => {
  const text = fc.constantFrom(
    'fail > 1',
    'fail < 1',
    'warn >= 0',
    'fail outside 0..1',
    'fail == 0',
    'fail p < 1',
  );
  const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null);
  fc.assert(
    fc.property(fc.array(text), odd, fc.boolean(), (limits, value, byInterval) => {
      expect(verdict(seen(value, [0, 1], 0.5), limits, byInterval)).toBe('insufficient');
    }),
  );
});

it('a worse value never gets a better verdict', () => {
  const rank = { pass: 0, insufficient: 0, warn: 1, fail: 2 };
  const number = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({
        warn: number,
        fail: number,
        better: number,
        worse: number,
        half: fc.double({ min: 0, max: 2, noNaN: true }),
      }),
      fc.constantFrom('<', '<=', '>', '>='),
      fc.boolean(),
      ({ warn, fail, better, worse, half }, operator, byInterval) => {
        const down = operator.startsWith('<');
        const [low, high] = [Math.min(better, worse), Math.max(better, worse)];
        const [mild, bad] = down ? [high, low] : [low, high];
        const limits = [`warn ${operator} ${warn}`, `fail ${operator} ${fail}`];
        const of = (value: number) =>
          rank[verdict(seen(value, [value - half, value + half]), limits, byInterval)];
        expect(of(bad)).toBeGreaterThanOrEqual(of(mild));
      },
    ),
  );
});
