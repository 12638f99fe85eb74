import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { chosenPacks } from '../checklists/chosen-packs.js';
import { type Conformance, conformanceOf, type ItemResult } from '../checklists/conformance.js';
import { compileSpec } from '../protocol/compile/compile-spec.js';
import type { Compilation } from '../protocol/protocol.js';
import { loadSpec } from '../references/load-spec.js';
import { documents } from './documents.js';
import { printMarkdown } from './markdown/print-markdown.js';

const file = fileURLToPath(new URL('../../../../examples/sepsis/sepsis.vigil', import.meta.url));

let compilation: Compilation;
let conformance: Conformance;
beforeAll(async () => {
  const spec = await loadSpec(file);
  if (spec.kind === 'unreadable') throw new Error(spec.message);
  // The data is written by the example's own script, and is not there in a fresh clone.
  expect(spec.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  compilation = compileSpec(spec);
  conformance = conformanceOf(compilation.protocol, chosenPacks(compilation.protocol), '2026-11-20');
});

describe.each(documents)('$name of the sepsis example', ({ name, compose }) => {
  it('is the one reviewed in golden/', async () => {
    const markdown = printMarkdown(compose({ compilation, conformance }));
    await expect(markdown).toMatchFileSnapshot(`golden/sepsis.${name}.md`);
  });
});

const named = ({ pack, item }: ItemResult) => `${pack}.${item}`;
const items = () => conformance.packs.flatMap((pack) => pack.items);

it('meets seven frameworks as far as their text decides, with two waivers that hold', () => {
  expect(conformance.packs.map(({ pack }) => pack)).toEqual([
    'EU_AI_Act',
    'EU_MDR',
    'FDA_PCCP',
    'GMLP',
    'HIPAA',
    'ISO_14971',
    'Part11',
  ]);
  const structural = items().filter(({ kind }) => kind === 'structural');
  expect(structural.filter(({ status }) => status === 'unmet').map(named)).toEqual([]);
  expect(structural.filter(({ status }) => status === 'waived').map(named)).toEqual([
    'EU_AI_Act.article_14_override_observed',
    'EU_MDR.pmcf_misuse',
  ]);
  // Whose key is whose is known to the key store, not to a text.
  expect(structural.filter(({ status }) => status === 'open').map(named)).toEqual([
    'Part11.section_11_100a_unique',
  ]);
  expect(structural.filter(({ status }) => status === 'met').length).toBeGreaterThan(230);
});

it('leaves evidence and signed statements open: none of them is met by text', () => {
  const others = items().filter(({ kind }) => kind !== 'structural');
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['open', 'notApplicable']));
  expect(others.filter(({ status }) => status === 'open').length).toBeGreaterThan(50);
});
