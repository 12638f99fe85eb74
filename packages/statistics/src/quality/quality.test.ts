import { expect, it } from 'vitest';
import type { MetricDescriptor } from '../metric.js';
import type { Moments, Statistic } from '../statistic.js';
import { qualityMetrics } from './index.js';

function compute(name: string, statistic: Statistic, confidence = 0.95) {
  const descriptor = qualityMetrics.find((entry: MetricDescriptor) => entry.name === name)!;
  return descriptor.compute(statistic, { arguments: {}, threshold: null, confidence });
}

it.each(['missing', 'out_of_range', 'unseen'])('%s is a rate with its Wilson interval', (name) => {
  // Wilson EB 1927 for 10 of 100 at 95 %: (10 + z²/2 ± z·√(9 + z²/4)) / (100 + z²), z = 1.959964.
  const result = compute(name, { kind: 'proportion', events: 10, trials: 100 });
  expect(result).toMatchObject({
    status: 'value',
    value: 0.1,
    n: 100,
    proportion: { events: 10, trials: 100 },
  });
  expect(result.status === 'value' && result.interval?.map((end) => end.toFixed(5))).toEqual([
    '0.05523',
    '0.17437',
  ]);
  expect(compute(name, { kind: 'proportion', events: 0, trials: 0 })).toEqual({
    status: 'insufficient',
    value: null,
    n: 0,
    nReference: null,
    reason: 'no rows to look at, 1 needed',
  });
  expect(compute(name, { kind: 'proportion', events: 1, trials: 1 })).toMatchObject({ value: 1, n: 1 });
});

it('volume is the number of rows, 0 for a silent feed', () => {
  expect(compute('volume', { kind: 'rows', rows: 0 })).toMatchObject({ status: 'value', value: 0, n: 0 });
  expect(compute('volume', { kind: 'rows', rows: 4967 })).toMatchObject({ value: 4967, n: 4967 });
});

function moments(values: readonly number[], missing = 0): Moments {
  return {
    kind: 'moments',
    count: values.length,
    missing,
    sum: values.reduce((sum, x) => sum + x, 0),
    sumOfSquares: values.reduce((sum, x) => sum + x * x, 0),
    minimum: values.length === 0 ? null : Math.min(...values),
    maximum: values.length === 0 ? null : Math.max(...values),
  };
}

it("mean with Student's interval", () => {
  // mpmath 1.3, 30 digits: 31/6 ± 2.57058183563631552·s/√6, s² the variance with divisor 5. (scipy 1.10.1's
  // t.ppf(0.975, 5) is off by 4e-10.)
  const result = compute('mean', moments([2, 4, 4, 5, 7, 9], 3));
  expect(result).toMatchObject({ status: 'value', value: 31 / 6, n: 6 });
  const [low, high] = (result.status === 'value' && result.interval) || [0, 0];
  expect(low).toBeCloseTo(2.560626854854367, 12);
  expect(high).toBeCloseTo(7.772706478478966, 12);
});

it('mean of one value has no interval, of none is insufficient, of equal ones is certain', () => {
  expect(compute('mean', moments([7]))).toMatchObject({ value: 7, interval: null });
  expect(compute('mean', moments([], 12))).toMatchObject({
    status: 'insufficient',
    value: null,
    reason: 'no row with a value, 1 needed',
  });
  expect(compute('mean', moments([0.1, 0.1, 0.1]))).toMatchObject({
    interval: [expect.closeTo(0.1, 8), expect.closeTo(0.1, 8)],
  });
});
