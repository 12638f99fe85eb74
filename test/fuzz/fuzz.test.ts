import { expect, it } from 'vitest';
import { corpus, regressions } from './corpus.mjs';
import { fails, fuzz, LONGEST_EDIT } from './fuzz.mjs';

it('two thousand random edits never throw, never block and leave no wrong diagnostic', async () => {
  const { slowest } = await fuzz({ edits: 2000, seed: 1, texts: corpus() });
  expect(slowest).toBeLessThan(LONGEST_EDIT);
});

it.each(regressions())('what once broke stays mended: %s', async (_, text) => {
  expect(await fails(text)).toBeUndefined();
});
