import { readdirSync, readFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../protocol/protocol.js';
import { frameworkOf } from '../schema/index.js';
import { servedItems } from '../schema/served.js';
import { createVigilServices } from '../services.js';
import { packExpression, unpackExpression } from './packed-expression.js';
import { decodePack, encodePack } from './packed-pack.js';
import { packNamed, packNames, packs, placeInLibrary } from './packs.js';
import { readPack } from './read-pack.js';

const library = new URL('library/', import.meta.url);
const { vigil } = createVigilServices(EmptyFileSystem);
const read = readdirSync(library)
  .map((file) => readPack(readFileSync(new URL(file, library), 'utf8'), file, vigil))
  .sort(({ pack: a }, { pack: b }) => (a.name < b.name ? -1 : 1));

it('what is generated is what the library says (else: node packages/language/scripts/checklist-packs.mjs)', () => {
  expect(packs()).toEqual(read.map(({ pack }) => pack));
  expect(packNames).toEqual(read.map(({ pack }) => pack.name));
});

it('decoding undoes encoding', () => {
  for (const each of read) expect(decodePack(encodePack(each.pack, each.lines))).toEqual(each);
});

it('a checklist is found by its name, in the order of its file', () => {
  expect(packNamed('FDA_PCCP')?.facts.edition).toBe('2024.12');
  expect(packNamed('FDA_PCCP')?.items[0]?.name).toBe('identity');
  expect(packNamed('HospitalBoard')).toBeUndefined();
  expect(packNamed('constructor')).toBeUndefined();
});

it('a checklist and its items have a place in the library', () => {
  for (const { pack, lines } of read) {
    const text = readFileSync(new URL(lines.file, library), 'utf8').split('\n');
    const lineOf = (item?: string) => text[(placeInLibrary(pack.name, item)?.line ?? 0) - 1];
    expect(placeInLibrary(pack.name)?.file).toBe(lines.file);
    expect(lineOf()).toContain(`checklist ${pack.name} `);
    for (const { name } of pack.items) expect(lineOf(name)).toContain(`item ${name} `);
  }
  expect(placeInLibrary('FDA_PCCP', 'no_such_item')).toBeUndefined();
  expect(placeInLibrary('Nowhere')).toBeUndefined();
});

it('what hovers and the manual say a field serves are items of the library', () => {
  const byFramework = new Map(packs().map((pack) => [frameworkOf(pack.name)?.id, pack]));
  const missing = servedItems().filter(([id, citation, title]) => {
    const items = byFramework.get(id.slice(0, id.indexOf('.')))?.items ?? [];
    return !items.some((item) => item.title === title && item.cites.join('; ') === citation);
  });
  expect(missing).toEqual([]);
  expect(byFramework.size).toBe(26);
});

describe('an expression in little space', () => {
  const path = (name: string): Expression => ({ kind: 'path', parts: [{ name, call: null }] });
  const text: Expression = { kind: 'text', value: 'a' };
  const every: readonly Expression[] = [
    text,
    { kind: 'number', value: 0.5 },
    { kind: 'boolean', value: false },
    { kind: 'list', items: [text, path('b')] },
    { kind: 'list', items: [] },
    {
      kind: 'path',
      parts: [
        { name: 'a', call: null },
        { name: 'size', call: [] },
        { name: '[]', call: [text] },
      ],
    },
    { kind: 'member', receiver: { kind: 'list', items: [] }, parts: [{ name: 'size', call: [] }] },
    { kind: 'binary', operator: 'in', left: text, right: path('b') },
    { kind: 'binary', operator: '-', left: path('a'), right: path('b') },
    { kind: 'not', operand: path('a') },
    { kind: 'negative', operand: path('a') },
    { kind: 'conditional', condition: path('a'), whenTrue: path('b'), whenFalse: text },
    { kind: 'verdict', monitor: 'M', verdict: 'fails' },
    { kind: 'every', every: { count: 1, unit: 'month' } },
  ];

  it.each(every.map((expression) => [expression.kind, expression] as const))('%s', (_, expression) => {
    const packed = JSON.stringify(packExpression(expression));
    expect(unpackExpression(JSON.parse(packed))).toEqual(expression);
  });

  it('refuses what is none', () => {
    expect(() => unpackExpression(['and', 'a'])).toThrow(TypeError);
    expect(() => unpackExpression([])).toThrow(TypeError);
  });
});
