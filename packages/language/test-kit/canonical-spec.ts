import { readFileSync } from 'node:fs';
import type { SpecFiles } from './spec-folder.js';

const text = readFileSync(new URL('../src/grammar/golden/canonical.vigil', import.meta.url), 'utf8');

/** The canonical example with digests of full length; its data files do not exist. */
export const canonicalSpec: SpecFiles = {
  'main.vigil': text.replace('5b0c…', '5b0c'.repeat(16)).replace('6d99…', '6d99'.repeat(16)),
  'cohorts.vigil': '',
};

/** The artifact that is not there, which the canonical example cannot avoid. */
export const missingFiles = /^VGL0911$/;
