import { expect, it } from 'vitest';
import { adjusted } from './adjust.js';

// Holm by hand: sorted 0.01, 0.02, 0.04 → 3·0.01, 2·0.02, 1·0.04 = 0.03, 0.04, 0.04.
it('adjusts each family on its own and leaves results without p out', () => {
  const tests = [
    { family: 'march', pValue: 0.04 },
    { family: 'april', pValue: 0.01 },
    { family: 'march', pValue: null },
    { family: 'march', pValue: 0.01 },
    { family: 'march', pValue: 0.02 },
    { family: 'april', pValue: 0.5 },
  ];
  const values = adjusted(tests, 'holm');
  expect(values.map((value) => (value === null ? null : Number(value.toFixed(12))))).toEqual([
    0.04,
    0.02,
    null,
    0.03,
    0.04,
    0.5,
  ]);
});
