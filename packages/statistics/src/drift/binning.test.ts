import { expect, it } from 'vitest';
import type { ArgumentValue } from '../metric.js';
import { fillArguments } from '../metric-arguments.js';
import {
  binningOf,
  driftMetrics,
  quantileCuts,
  quantileProbabilities,
  sturgesCuts,
  widthCuts,
} from './index.js';

function binning(name: string, given: Record<string, ArgumentValue>, isCategorical = false) {
  const filled = fillArguments(driftMetrics.find((entry) => entry.name === name)!, given);
  if ('problem' in filled) throw new Error(filled.problem);
  return binningOf(name, filled.values, isCategorical);
}

it.each([
  ['psi', {}, false, { method: 'quantile', bins: 10 }],
  ['hellinger', { bins: 5 }, false, { method: 'quantile', bins: 5 }],
  ['psi', { binning: 'width', bins: 20 }, false, { method: 'width', bins: 20 }],
  ['chi_square', { cuts: [1, 2.5] }, false, { method: 'cuts', cuts: [1, 2.5] }],
  ['psi', { profile: 'evidently' }, false, { method: 'evidently' }],
  ['js_distance', { profile: 'evidently' }, false, { method: 'evidently' }],
  ['js_distance', {}, true, { method: 'categories', missing: 'cell' }],
  ['psi', {}, true, { method: 'categories', missing: 'cell' }],
  ['psi', { missing: 'exclude' }, true, { method: 'categories', missing: 'excluded' }],
  ['psi', { profile: 'evidently' }, true, { method: 'categories', missing: 'excluded' }],
  ['psi', { profile: 'evidently', missing: 'include' }, true, { method: 'categories', missing: 'cell' }],
] as const)('binning of %s %o, categorical %s', (name, given, isCategorical, expected) => {
  expect(binning(name, given, isCategorical)).toEqual(expected);
});

it('every metric on cells has a binning for numbers and for categories', () => {
  for (const { name, needs } of driftMetrics) {
    if (needs !== 'cells') continue;
    expect(binning(name, {})).toEqual({ method: 'quantile', bins: 10 });
    expect(binning(name, {}, true)).toEqual({ method: 'categories', missing: 'cell' });
  }
  expect(() => binningOf('ks', { method: 'auto' }, false)).toThrow("'ks' is not computed from cells");
});

it('quantile cuts: deciles, each value once, ascending', () => {
  expect(quantileProbabilities(10)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  expect(quantileProbabilities(2)).toEqual([0.5]);
  expect(quantileCuts([0, 0, 0, -0, 1, 1, 2])).toEqual([0, 1, 2]);
  expect(Object.is(quantileCuts([-0])[0], 0)).toBe(true);
});

it('equal-width cuts', () => {
  expect(widthCuts(0, 10, 5)).toEqual([2, 4, 6, 8]);
  expect(widthCuts(-1, 1, 2)).toEqual([0]);
  expect(widthCuts(3, 3, 10)).toEqual([3]);
});

// numpy 1.24.2: histogram_bin_edges over n values from minimum to maximum, bins='sturges', ends left out.
it.each([
  [8, 0, 1, [0.25, 0.5, 0.75]],
  [
    900,
    -3.5,
    4.25,
    [
      -2.7954545454545454, -2.090909090909091, -1.3863636363636362, -0.6818181818181817, 0.02272727272727293,
      0.7272727272727275, 1.4318181818181817, 2.1363636363636367, 2.8409090909090917, 3.545454545454546,
    ],
  ],
  [
    4096,
    0.1,
    0.7,
    [
      0.14615384615384616, 0.1923076923076923, 0.23846153846153845, 0.2846153846153846, 0.33076923076923076,
      0.3769230769230769, 0.423076923076923, 0.46923076923076923, 0.5153846153846153, 0.5615384615384615,
      0.6076923076923076, 0.6538461538461537,
    ],
  ],
  [1, 5, 5, []],
] as const)('Sturges edges of %d values from %d to %d', (n, minimum, maximum, expected) => {
  expect(sturgesCuts(n, minimum, maximum)).toEqual(expected);
});
