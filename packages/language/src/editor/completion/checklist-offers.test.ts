import { describe, expect, it } from 'vitest';
import { completer } from '../../../test-kit/complete-text.js';

const { complete } = completer();
const labels = async (marked: string) => (await complete(marked)).labels;
const item = (clause: string) => `role Lead\nchecklist House { edition: "2026.01" item a ${clause} }`;

describe('in a checklist of one’s own', () => {
  it('those who can attest: own roles first, then the known ones', async () => {
    const found = await labels(item('kind attestation by <|>'));
    expect(found.slice(0, 3)).toEqual(['Lead', 'clinicalLead', 'deidentificationExpert']);
    expect(found).toContain('quality');
    expect(new Set(found).size).toBe(found.length);
  });

  it('what an item can be about, without what is said already', async () => {
    const found = await labels(item('about approval.signer, <|>'));
    expect(found).toContain('approval.role');
    expect(found).not.toContain('approval.signer');
    expect(found.every((each) => /^\w+\.\w+$/.test(each))).toBe(true);
  });

  it('what can follow what is said', async () => {
    expect(await labels(item('kind <|>'))).toEqual(['attestation', 'evidence', 'structural']);
    expect(await labels(item('provenance <|>'))).toEqual(['memory', 'verified']);
    expect(await labels(item('kind attestation by Lead for 12 <|>'))).toEqual(['month', 'months']);
  });
});

describe('the edition of a checklist', () => {
  const comply = (marked: string) => `${item('requires true')}\nproduct P { comply with ${marked} }`;

  it('is the one there is', async () => {
    expect(await labels(comply('GMLP@<|>'))).toEqual(['2025.01']);
    expect(await labels(comply('House@<|>'))).toEqual(['2026.01']);
    expect(await labels(comply('Unknown@<|>'))).toEqual([]);
  });

  it('is written so that it can be read', async () => {
    const { accept } = await complete(comply('GMLP@<|>'));
    expect(accept('2025.01')).toContain('comply with GMLP@2025.01');
  });
});

it('items of a shipped checklist can be waived, and nothing else stands there', async () => {
  const found = await labels('role Lead\nwaive QMSR.<|> because "x" approved by Lead until 2027-01-01');
  expect(found).toHaveLength(15);
  expect(found).toContain('section_820_10a_qms');
});
