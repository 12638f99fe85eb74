import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DocumentSymbol, type Position, type Range, SymbolKind } from 'vscode-languageserver';
import { markedFiles } from '../../../test-kit/marked-files.js';

const canonical = readFileSync(resolve(import.meta.dirname, '../../grammar/golden/canonical.vigil'), 'utf8');

async function outline(text: string): Promise<readonly DocumentSymbol[]> {
  const { vigil, document, params } = await markedFiles({ 'main.vigil': text });
  return (await vigil.lsp.DocumentSymbolProvider!.getSymbols(document, params)) ?? [];
}

const kindNames = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

function printed(symbols: readonly DocumentSymbol[], indent = ''): string {
  return symbols
    .map(({ name, detail, kind, children = [] }) => {
      const line = `${indent}${name}${detail === undefined ? '' : ` — ${detail}`} (${kindNames.get(kind)})\n`;
      return line + printed(children, `${indent}  `);
    })
    .join('');
}

it('every statement of the example has its line, in the order of the text', async () => {
  await expect(printed(await outline(canonical))).toMatchFileSnapshot('golden/canonical.outline.txt');
});

function expectSound(symbols: readonly DocumentSymbol[], holder?: Range): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    expect(name.trim()).not.toBe('');
    expect(isWithin(selectionRange, range)).toBe(true);
    if (holder !== undefined) expect(isWithin(range, holder)).toBe(true);
    expectSound(children, range);
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  const at = ({ line, character }: Position) => line * 10_000 + character;
  return at(outer.start) <= at(inner.start) && at(inner.end) <= at(outer.end);
}

const words = [...canonical.matchAll(/\b\w/g)].map(({ index }) => index);
/** Places all over the example; a prime step, so that they do not follow its rhythm. */
const cuts = words.filter((_, index) => index % 29 === 0);

it.each(cuts)('a file that ends at %i keeps the outline of what stands before', async (cut) => {
  const symbols = await outline(canonical.slice(0, cut));
  expectSound(symbols);
  const whole = (await outline(canonical)).filter(({ range }) => offsetOf(range.end) < cut);
  expect(symbols.slice(0, whole.length)).toEqual(whole);
});

it.each(cuts)('a file with a mistake at %i keeps the outline of all other declarations', async (cut) => {
  const symbols = await outline(`${canonical.slice(0, cut)}) ${canonical.slice(cut)}`);
  expectSound(symbols);
  const names = new Set(symbols.map(({ name }) => name));
  const others = (await outline(canonical)).filter(
    ({ range }) => offsetOf(range.end) <= cut || offsetOf(range.start) > cut,
  );
  expect(others.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

function offsetOf({ line, character }: Position): number {
  const lines = canonical.split('\n').slice(0, line);
  return lines.join('\n').length + 1 + character;
}

it.each<[what: string, text: string, lines: string]>([
  ['a declaration without a name', 'monitor', 'monitor — monitor (Module)\n'],
  [
    'comments, line breaks and long texts are left out',
    `role R { duties: "${'a'.repeat(100)}"\n  of: /* both */ [a,\n    b] // and c\n}\n`,
    `R — role (Object)\n  duties — "${'a'.repeat(78)}… (Property)\n  of — [a, b] (Property)\n`,
  ],
])('%s', async (_, text, lines) => {
  expect(printed(await outline(text))).toBe(lines);
});

describe('symbols of the workspace', () => {
  const files = {
    'b.vigil': 'model Risk version "1" { input age : number  kind: locked }\n',
    'a.vigil': `subgroups Groups { band = age cut at 40 }
trial T { arm control Usual  endpoint primary died : proportion of died }
changePlan P for Risk { modification Weights { } }
checklist House { item two "Two" }
waive House.two because "x" approved by Lead until 2027-01-01
`,
  };

  it.each<[query: string, found: readonly string[]]>([
    ['age', ['age in Risk, b.vigil']],
    ['band', ['band in Groups, a.vigil']],
    ['died', ['died in T, a.vigil']],
    ['usual', ['Usual in T, a.vigil']],
    ['weights', ['Weights in P, a.vigil']],
    ['house', ['House, a.vigil', 'House.two, a.vigil']],
    ['gps', ['Groups, a.vigil']],
    ['locked', []],
  ])("'%s'", async (query, found) => {
    const { vigil } = await markedFiles(files);
    const symbols = await vigil.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query });
    expect(
      symbols.map(({ name, containerName, location }) => {
        const holder = containerName === undefined ? '' : ` in ${containerName}`;
        return `${name}${holder}, ${location.uri.replace('file:///spec/', '')}`;
      }),
    ).toEqual(found);
  });

  it('all of them, file by file, where nothing is asked for', async () => {
    const { vigil } = await markedFiles(files);
    const symbols = await vigil.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: '' });
    expect(symbols.map(({ name }) => name)).toEqual([
      'Groups',
      'band',
      'T',
      'Usual',
      'died',
      'P',
      'Weights',
      'House',
      'two',
      'House.two',
      'Risk',
      'age',
    ]);
  });
});
