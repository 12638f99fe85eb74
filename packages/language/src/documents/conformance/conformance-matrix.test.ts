import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../../test-kit/canonical-spec.js';
import { compiled } from '../../../test-kit/spec-folder.js';
import { chosenPacks } from '../../checklists/chosen-packs.js';
import { type Conformance, conformanceOf, type ItemResult } from '../../checklists/conformance.js';
import type { Compilation } from '../../protocol/protocol.js';
import { printMarkdown } from '../markdown/print-markdown.js';
import { conformanceMatrix } from './conformance-matrix.js';
import { placeWords } from './place-words.js';

let canonical: Compilation;
beforeAll(async () => {
  canonical = await compiled(canonicalSpec, missingFiles);
});

const item = (fields: Partial<ItemResult>): ItemResult => ({
  pack: 'GMLP',
  item: 'principle_1_intended_use',
  title: 'Intended use in its clinical workflow is described',
  cites: ['Principle 1'],
  kind: 'structural',
  severity: 'warning',
  status: 'met',
  presenceOnly: false,
  missing: [],
  at: [],
  reason: '',
  waiver: null,
  provenance: { status: 'verified', source: 'the text' },
  ...fields,
});
const waiver = {
  because: 'covered elsewhere',
  approvedBy: 'QualityLead',
  until: '2027-06-30',
  expired: false,
};
const judged: Conformance = {
  asOf: '2026-11-20',
  packs: [
    {
      pack: 'GMLP',
      title: 'Good Machine Learning Practice',
      edition: '2025.01',
      pinned: '2021.10',
      items: [
        item({ presenceOnly: true }),
        item({
          item: 'principle_2',
          title: 'Engineering basics',
          status: 'unmet',
          missing: ['model.seed', 'dataset.hash'],
          reason: 'model.seed is not written.',
        }),
        item({ item: 'principle_3', title: 'Groups', status: 'waived', waiver }),
        item({
          item: 'principle_4',
          title: 'Data policy',
          status: 'unmet',
          at: ['/datasets/0/facts/role', '/monitors/2/checks/1/limits/0'],
          reason: 'The waiver has ended.',
          waiver: { ...waiver, until: '2026-01-31', expired: true },
        }),
        item({
          item: 'principle_5',
          title: 'Subgroup results exist',
          kind: 'evidence',
          status: 'open',
          reason: 'No run is known.',
        }),
        item({
          item: 'principle_6',
          title: 'People are qualified',
          kind: 'attestation',
          status: 'open',
          provenance: { status: 'memory', source: '' },
        }),
        item({ item: 'principle_7', title: 'Retraining risks', status: 'notApplicable' }),
      ],
    },
  ],
};
const matrix = (conformance: Conformance | null) =>
  printMarkdown(conformanceMatrix({ compilation: canonical, conformance }));

it('is the one reviewed as golden/conformance.md', async () => {
  await expect(matrix(judged)).toMatchFileSnapshot('golden/conformance.md');
});

it('keeps the three kinds of truth apart', () => {
  const [, structural = '', evidence = '', attestation = ''] = matrix(judged).split(/^### GMLP: /m);
  expect(structural).toMatch(/^decided from the text/);
  expect(evidence).toMatch(/^needs evidence/);
  expect(attestation).toMatch(/^needs a statement/);
  expect([structural, evidence, attestation].map((part) => part.match(/`principle_/g)?.length)).toEqual([
    5, 1, 1,
  ]);
});

it('says of filled fields that they were not judged, and of an open item never that it is met', () => {
  const markdown = matrix(judged);
  expect(markdown).toContain('| met (present, not judged) |');
  expect(
    markdown.split('\n').filter((line) => line.includes('` |') && line.includes('| open |')),
  ).toHaveLength(2);
});

it('shows every item of every checklist the canonical example complies with, once', () => {
  const packs = chosenPacks(canonical.protocol);
  const markdown = matrix(conformanceOf(canonical.protocol, packs, '2026-11-20'));
  const rows = markdown.match(/^\| [^|]* `[a-z0-9_]+` \| /gm) ?? [];
  expect(rows).toHaveLength(packs.flatMap(({ items }) => items).length);
});

it('was not judged where there is no conformance', () => {
  expect(matrix(null)).toContain('> The checklists were not judged.');
});

describe('a place in words', () => {
  it.each([
    ['/monitors/2/checks/1/limits/0', 'monitor Performance, checks, limits'],
    ['/product/facts/owner', 'product, owner'],
    ['/product/blocks/intendedUse/users', 'product, intended use, users'],
    ['/datasets/0', 'dataset Training'],
    ['/changePlans/0/modifications/0/blocks/protocol', 'change plan Retraining, modifications, protocol'],
    ['/models/9', 'model'],
    ['', ''],
  ])('%s', (pointer, words) => {
    expect(placeWords(pointer, canonical.protocol)).toBe(words);
  });
});
