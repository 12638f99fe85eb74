import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactPoisson, logRatio, newcombe, normalQuantile, wilson } from './index.js';
import reference from './scipy.reference.json' with { type: 'json' };

/** Relative 1e-12, absolute near 0. */
function agree(actual: readonly number[] | null, expected: readonly (number | undefined)[]): void {
  expect(actual).not.toBeNull();
  expected.forEach((value, i) => {
    expect(Math.abs(actual![i]! - value!)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value!)));
  });
}

describe('against statsmodels, scipy and mpmath', () => {
  it.each(reference.wilson)('Wilson %d/%d at %s', (events, trials, confidence, lower, upper) => {
    agree(wilson(events!, trials!, confidence!), [lower, upper]);
  });
  it.each(reference.newcombe)('Newcombe %d/%d − %d/%d', (e1, t1, e2, t2, lower, upper) => {
    agree(newcombe({ events: e1!, trials: t1! }, { events: e2!, trials: t2! }, 0.95), [lower, upper]);
  });
  it.each(reference.logRatio)('Katz %d/%d over %d/%d', (e1, t1, e2, t2, lower, upper) => {
    agree(logRatio({ events: e1!, trials: t1! }, { events: e2!, trials: t2! }, 0.95), [lower, upper]);
  });
  it.each(reference.poisson)('exact Poisson of %d at %s', (events, confidence, lower, upper) => {
    agree(exactPoisson(events!, confidence!), [lower, upper]);
  });
});

describe('against published tables', () => {
  it.each([
    // Newcombe RG. Stat Med 1998;17:857–872, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson %d/%d', (events, trials, lower, upper) => {
    const [low, high] = wilson(events, trials, 0.95);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual([lower.toFixed(4), upper.toFixed(4)]);
  });

  it.each([
    // Newcombe RG. Stat Med 1998;17:873–890, table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('Newcombe %d/%d − %d/%d', (e1, t1, e2, t2, lower, upper) => {
    const [low, high] = newcombe({ events: e1, trials: t1 }, { events: e2, trials: t2 }, 0.95);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual([lower.toFixed(4), upper.toFixed(4)]);
  });

  it('Katz: aspirin and myocardial infarction, 104/11037 against 189/11034: 0.43 to 0.70', () => {
    const interval = logRatio({ events: 104, trials: 11037 }, { events: 189, trials: 11034 }, 0.95);
    expect(interval!.map((end) => end.toFixed(2))).toEqual(['0.43', '0.70']);
  });

  it('Garwood: 10 events, 4.795 to 18.391 (rounded up in the table)', () => {
    const [lower, upper] = exactPoisson(10, 0.95);
    expect(lower).toBeCloseTo(4.795, 3);
    expect(upper).toBeCloseTo(18.39, 2);
  });
});

it('the ratio has no interval where a side has no event', () => {
  expect(logRatio({ events: 0, trials: 10 }, { events: 3, trials: 10 }, 0.95)).toBeNull();
  expect(logRatio({ events: 3, trials: 10 }, { events: 0, trials: 10 }, 0.95)).toBeNull();
});

it('normal quantiles: 1.96, 1.645 and 2.576 (Abramowitz and Stegun, table 26.5)', () => {
  expect([0.95, 0.9, 0.99].map((confidence) => normalQuantile(confidence).toFixed(4))).toEqual([
    '1.9600',
    '1.6449',
    '2.5758',
  ]);
});

const proportion = fc
  .integer({ min: 1, max: 5000 })
  .chain((trials) => fc.record({ events: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));

it('every interval holds its own point estimate', () => {
  fc.assert(
    fc.property(
      proportion,
      proportion,
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (a, b, confidence) => {
        const pa = a.events / a.trials;
        const pb = b.events / b.trials;
        const [low, high] = wilson(a.events, a.trials, confidence);
        expect(low >= 0 && low <= pa && pa <= high && high <= 1).toBe(true);
        const [from, to] = newcombe(a, b, confidence);
        expect(from <= pa - pb && pa - pb <= to && from >= -1 - 1e-12 && to <= 1 + 1e-12).toBe(true);
        const [few, many] = exactPoisson(a.events, confidence);
        expect(few <= a.events && a.events <= many).toBe(true);
      },
    ),
  );
});

it('swapping the sides negates the difference and inverts the ratio', () => {
  fc.assert(
    fc.property(proportion, proportion, (a, b) => {
      const [low, high] = newcombe(a, b, 0.95);
      const [lowSwapped, highSwapped] = newcombe(b, a, 0.95);
      expect(low).toBeCloseTo(-highSwapped, 12);
      expect(high).toBeCloseTo(-lowSwapped, 12);
      const ratio = logRatio(a, b, 0.95);
      const inverse = logRatio(b, a, 0.95);
      if (ratio === null || inverse === null) expect(ratio).toBe(inverse);
      else expect(ratio[0] * inverse[1]).toBeCloseTo(1, 10);
    }),
  );
});
