import { beforeAll, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../test-kit/canonical-spec.js';
import { compiled } from '../../test-kit/spec-folder.js';
import type { Protocol } from '../protocol/protocol.js';
import { chosenPacks } from './chosen-packs.js';

let canonical: Protocol;
beforeAll(async () => {
  canonical = (await compiled(canonicalSpec, missingFiles)).protocol;
});

it('are those the product complies with, and then the checklists of the house', () => {
  expect(chosenPacks(canonical).map(({ name }) => name)).toEqual([
    'EU_AI_Act',
    'FDA_PCCP',
    'GMLP',
    'HIPAA',
    'Part11',
    'HospitalBoard',
  ]);
});

it('a house checklist the product complies with is there once', () => {
  const product = canonical.product && {
    ...canonical.product,
    complyWith: [
      { pack: 'HospitalBoard', edition: null },
      { pack: 'Nothing', edition: null },
    ],
  };
  expect(chosenPacks({ ...canonical, product }).map(({ name }) => name)).toEqual(['HospitalBoard']);
});
