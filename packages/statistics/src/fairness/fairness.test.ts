import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../metric.js';
import { type GroupResult, gap, ratio } from './index.js';

function rateOf(events: number, trials: number): MetricResult {
  return {
    status: 'value',
    value: events / trials,
    interval: null,
    pValue: null,
    n: trials,
    nReference: null,
    proportion: { events, trials },
  };
}
function scoreOf(value: number): MetricResult {
  return { status: 'value', value, interval: null, pValue: null, n: 100, nReference: null };
}
const few: MetricResult = {
  status: 'insufficient',
  value: 1,
  n: 3,
  nReference: null,
  reason: '3 needed more',
};
const groups = (...results: MetricResult[]): GroupResult[] =>
  results.map((result, i) => ({ group: { site: `site ${i}` }, result }));

it('gap and ratio with the intervals of Newcombe 1998 (56/70 − 48/80) and Katz, extreme groups named', () => {
  const three = groups(rateOf(56, 70), rateOf(30, 42), rateOf(48, 80));
  const difference = gap(three, 0.95);
  expect([difference.lowest, difference.highest]).toEqual([2, 0]);
  expect(difference.result).toMatchObject({ status: 'value', n: 192, pValue: null });
  expect(difference.result.value).toBeCloseTo(0.2, 12);
  if (difference.result.status === 'value') {
    expect(difference.result.interval?.map((end) => end.toFixed(4))).toEqual(['0.0524', '0.3339']);
  }
  const quotient = ratio(three, 0.95);
  expect([quotient.lowest, quotient.highest]).toEqual([2, 0]);
  expect(quotient.result.value).toBeCloseTo(0.75, 12);
  if (quotient.result.status === 'value') {
    // statsmodels gives 1.0766 to 1.6513 for 56/70 over 48/80; inverted 0.6056 to 0.9288.
    expect(quotient.result.interval?.map((end) => end.toFixed(4))).toEqual(['0.6056', '0.9288']);
  }
});

it('metrics that are no proportions have a gap and a ratio without an interval', () => {
  const two = groups(scoreOf(0.7), scoreOf(0.6));
  expect(gap(two, 0.95).result).toMatchObject({ status: 'value', interval: null });
  expect(ratio(two, 0.95).result).toMatchObject({ status: 'value', interval: null });
});

it('a group with too little data is left out, whatever its value', () => {
  const three = groups(few, rateOf(50, 100), rateOf(60, 100));
  expect(gap(three, 0.95).result.value).toBeCloseTo(0.1, 12);
  expect(ratio(three, 0.95)).toMatchObject({ lowest: 1, highest: 2 });
});

describe('insufficient, never 0 or 1', () => {
  it.each([
    ['no group at all', groups(), '0 of 0 groups have enough data, 2 needed'],
    ['one group', groups(rateOf(5, 10)), '1 of 1 groups has enough data, 2 needed'],
    ['one group of three', groups(few, rateOf(5, 10), few), '1 of 3 groups has enough data, 2 needed'],
  ])('%s', (_, list, reason) => {
    for (const compare of [gap, ratio]) {
      expect(compare(list, 0.95)).toMatchObject({
        lowest: null,
        highest: null,
        result: { status: 'insufficient', value: null, reason },
      });
    }
  });

  it('a ratio of zeros and of negative values', () => {
    expect(ratio(groups(rateOf(0, 20), rateOf(0, 30)), 0.95).result).toMatchObject({
      status: 'insufficient',
      value: null,
      reason: 'the value is 0 in every group, so no ratio exists',
    });
    expect(ratio(groups(scoreOf(-0.1), scoreOf(0.2)), 0.95).result.status).toBe('insufficient');
  });

  it('but a gap of zeros is 0, between two different groups', () => {
    const zeros = gap(groups(rateOf(0, 20), rateOf(0, 20)), 0.95);
    expect(zeros.result.value).toBe(0);
    expect(zeros.lowest).not.toBe(zeros.highest);
  });
});

it('one group with no event has ratio 0, without an interval', () => {
  expect(ratio(groups(rateOf(0, 20), rateOf(5, 20)), 0.95).result).toMatchObject({
    value: 0,
    interval: null,
  });
});

const rates = fc.array(
  fc
    .integer({ min: 10, max: 500 })
    .chain((trials) => fc.integer({ min: 0, max: trials }).map((e) => rateOf(e, trials))),
  { minLength: 2, maxLength: 8 },
);

it('gap ≥ 0, 0 ≤ ratio ≤ 1, both inside their intervals, and the same in any order of groups', () => {
  fc.assert(
    fc.property(rates, (results) => {
      const forward = groups(...results);
      const difference = gap(forward, 0.95).result;
      expect(difference.value).toBeGreaterThanOrEqual(0);
      expect(gap(groups(...[...results].reverse()), 0.95).result.value).toBe(difference.value);
      if (difference.status === 'value') {
        expect(difference.interval![0]).toBeLessThanOrEqual(difference.value);
        expect(difference.interval![1]).toBeGreaterThanOrEqual(difference.value);
      }
      const quotient = ratio(forward, 0.95).result;
      if (quotient.status === 'insufficient') return;
      expect(quotient.value >= 0 && quotient.value <= 1).toBe(true);
      if (quotient.interval !== null) {
        expect(quotient.interval[0] <= quotient.value && quotient.value <= quotient.interval[1]).toBe(true);
      }
    }),
  );
});
