import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../test-kit/diff-texts.js';
import { laidOut, layouts, wordsOf } from '../../test-kit/generated/layout.js';
import { SpecBuilder } from '../../test-kit/generated/spec-builder.js';
import { plainSpec } from '../../test-kit/generated-spec.js';
import { LONGEST_PROPERTY, propertyRuns } from '../../test-kit/property-runs.js';
import { compiled } from '../../test-kit/spec-folder.js';
import type { Protocol } from '../protocol/protocol.js';
import type { ChangeKind } from './change.js';
import { diffProtocols } from './protocol-diff.js';

const same = { changes: [], models: [] };
const runs = { ...propertyRuns, numRuns: Math.max(1000, propertyRuns.numRuns) };

it(
  `no change in ${runs.numRuns} generated specs compared with themselves, as they are and in another order`,
  async () => {
    const builder = new SpecBuilder();
    await fc.assert(
      fc.asyncProperty(plainSpec, fc.infiniteStream(fc.nat()), async (text, numbers) => {
        const { protocol } = await builder.compile(text);
        expect(diffProtocols(protocol, protocol)).toMatchObject(same);
        expect(diffProtocols(protocol, reordered(protocol, numbers))).toMatchObject(same);
      }),
      runs,
    );
  },
  LONGEST_PROPERTY + 200 * runs.numRuns,
);

it(
  'no change in generated specs in another layout, with other comments',
  async () => {
    const builder = new SpecBuilder();
    await fc.assert(
      fc.asyncProperty(plainSpec, layouts, async (text, layout) => {
        const before = await builder.compile(text);
        const after = await builder.compile(laidOut(wordsOf(text), layout));
        expect(diffProtocols(before.protocol, after.protocol)).toMatchObject(same);
      }),
      { ...propertyRuns, numRuns: Math.ceil(propertyRuns.numRuns / 3) },
    );
  },
  LONGEST_PROPERTY,
);

/** Lists of the Protocol in which the order says nothing. */
const sets = new Set([
  'checks',
  'charts',
  'reactions',
  'signatures',
  'claims',
  'of',
  'by',
  'stops',
  'strata',
]);

function reordered(protocol: Protocol, numbers: Iterator<number>): Protocol {
  const visit = (value: unknown, member: string, inFacts: boolean): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => visit(item, '', inFacts));
      const words = inFacts && items.every((item) => typeof item !== 'number');
      return words || (!inFacts && sets.has(member)) ? shuffled(items, numbers) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, content]) => [
        name,
        visit(content, name, inFacts || name === 'facts' || name === 'blocks'),
      ]),
    );
  };
  return visit(protocol, '', false) as Protocol;
}

function shuffled<T>(items: readonly T[], numbers: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, at: numbers.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Every value of a Protocol changed, one at a time; `kind` and the like tell types apart and stay. */
function* changedOnce(protocol: Protocol): Generator<readonly [pointer: string, changed: Protocol]> {
  const leaves: (readonly string[])[] = [];
  const collect = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'object' && value !== null)
      for (const [name, content] of Object.entries(value)) collect(content, [...path, name]);
    else if (value !== null) leaves.push(path);
  };
  collect(protocol, []);
  for (const path of leaves) {
    const name = path.at(-1)!;
    if (['kind', 'schema', 'engine', 'direction', 'operator', 'subject', 'unit', 'per'].includes(name))
      continue;
    const copy = structuredClone(protocol) as object;
    const owner = path.slice(0, -1).reduce<object>((value, step) => Reflect.get(value, step) as object, copy);
    Reflect.set(owner, name, another(Reflect.get(owner, name), name));
    yield [`/${path.join('/')}`, copy as Protocol];
  }
}

const words: { readonly [member: string]: readonly string[] } = {
  severity: ['warn', 'fail', 'warning', 'error'],
  adjust: ['holm', 'bonferroni'],
  on: ['warn', 'fail'],
};

function another(value: unknown, name: string): unknown {
  if (typeof value === 'number') return value / 2 + 0.001;
  if (typeof value === 'boolean') return !value;
  const known = words[name];
  const at = known?.indexOf(String(value)) ?? -1;
  return at >= 0 ? known![at % 2 === 0 ? at + 1 : at - 1] : `${String(value)}x`;
}

describe('every value of a spec', () => {
  const mirror: { readonly [K in ChangeKind]: ChangeKind } = {
    tightened: 'loosened',
    loosened: 'tightened',
    added: 'removed',
    removed: 'added',
    changed: 'changed',
    renamed: 'renamed',
  };

  it('has its part in the comparison, and the way back is the opposite', async () => {
    const { protocol } = await compiled(record);
    const silent: string[] = [];
    const crooked: string[] = [];
    let count = 0;
    for (const [pointer, changed] of changedOnce(protocol)) {
      count++;
      const there = diffProtocols(protocol, changed).changes.map(({ kind }) => kind);
      const back = diffProtocols(changed, protocol).changes.map(({ kind }) => mirror[kind]);
      if (there.length === 0) silent.push(pointer);
      // What is declared by another name here is still called by the old one: only one way looks like a new name.
      if (pointer.endsWith('/name')) continue;
      if ([...there].sort().join() !== [...back].sort().join())
        crooked.push(`${pointer}: ${there} and back ${back}`);
    }
    expect(count).toBeGreaterThan(250);
    expect(silent).toEqual([]);
    expect(crooked).toEqual([]);
  });
});

describe('what points into a Protocol', () => {
  it('points to something', async () => {
    const { protocol } = await compiled(record);
    for (const [, changed] of changedOnce(protocol)) {
      for (const { before, after } of diffProtocols(protocol, changed).changes) {
        expect(at(protocol, before)).not.toBe(undefined);
        expect(at(changed, after)).not.toBe(undefined);
      }
    }
  });

  function at(protocol: Protocol, pointer: string | null): unknown {
    if (pointer === null) return null;
    return pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, step) => (value as { readonly [name: string]: unknown })[step], protocol);
  }
});
