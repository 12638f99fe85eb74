import { expect, it } from 'vitest';
import { spreadOf } from './spread.js';

const at = (error: number | null, ...values: number[]) => values.map((value) => ({ value, n: 100, error }));

it('is the standard deviation of the windows', () => {
  expect(spreadOf(at(null, 1, 2, 3), 1)).toEqual({ mean: 2, deviation: 1, windows: 3 });
});

it('is never less than the error within a window', () => {
  expect(spreadOf(at(0.5, 2, 2, 2), 1).deviation).toBe(0.5);
  expect(spreadOf(at(0.01, 1, 2, 3), 1).deviation).toBe(1);
});

it('of one or two windows is that error, or a tenth of the value', () => {
  expect(spreadOf(at(0.2, 1, 9), 1).deviation).toBeCloseTo(0.2, 12);
  expect(spreadOf(at(null, 4), 1).deviation).toBeCloseTo(0.4, 12);
});

it('is stretched for smaller windows', () => {
  expect(spreadOf(at(null, 1, 2, 3), 2).deviation).toBe(2);
});
