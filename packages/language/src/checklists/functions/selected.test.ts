import { expect, it } from 'vitest';
import { judged } from '../../../test-kit/judged-text.js';

const product = (packs: string) => `product P { comply with ${packs} }`;
const regulatory = 'regulatory { frameworks: ["ISO 14971:2019"] }';

it.each([
  ["selected('ISO_14971')", product('ISO_14971'), true],
  ["selected('iso-14971')", product('ISO_14971'), true],
  ["selected('ISO_14971')", regulatory, true],
  ["selected('iso-14971')", regulatory, true],
  ["selected('ISO_13485')", regulatory, false],
  ["selected('Part11')", product('GMLP'), false],
  ["selected('House')", product('House'), true],
])('%s in %s is %s', async (condition, spec, expected) => {
  expect((await judged(condition, spec)).value).toBe(expected);
});
