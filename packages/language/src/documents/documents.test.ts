import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../test-kit/canonical-spec.js';
import { compiled } from '../../test-kit/spec-folder.js';
import type { Compilation } from '../protocol/protocol.js';
import { headingsOf, sectionsOf } from './content/anchors.js';
import type { DocumentInput } from './document.js';
import { documents } from './documents.js';
import { printMarkdown } from './markdown/print-markdown.js';

let canonical: Compilation;
beforeAll(async () => {
  canonical = await compiled(canonicalSpec, missingFiles);
});
const input = (): DocumentInput => ({ compilation: canonical, conformance: null });

const rendered = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

describe.each(documents.filter(({ name }) => name !== 'monitoring-plan'))('$name', ({ name, compose }) => {
  it('of the canonical example is the one reviewed in golden/', async () => {
    await expect(printMarkdown(compose(input()))).toMatchFileSnapshot(`golden/canonical.${name}.md`);
  });
});

describe.each(documents)('$name', ({ compose }) => {
  it('has a table, with as many cells in each row, wherever a table was meant', () => {
    const markdown = printMarkdown(compose(input()));
    const html = rendered(markdown);
    expect(html.match(/<table>/g) ?? []).toHaveLength(markdown.match(/^\| --- /gm)?.length ?? 0);
    for (const [, table = ''] of html.matchAll(/<table>(.*?)<\/table>/gs)) {
      const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(
        ([, row = '']) => row.match(/<t[hd]>/g)?.length,
      );
      expect(new Set(rows).size).toBe(1);
    }
  });

  it('names each section once, so that every anchor is one place', () => {
    const tree = compose(input());
    expect(headingsOf(tree).size).toBe(sectionsOf(tree).length);
  });

  it('is the same for the same input, and does not depend on the order of the Protocol’s members', () => {
    const reordered = JSON.parse(JSON.stringify(canonical.protocol), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Compilation['protocol'];
    const again = compose({ compilation: { ...canonical, protocol: reordered }, conformance: null });
    expect(printMarkdown(again)).toBe(printMarkdown(compose(input())));
  });

  it('of a spec that says nothing invents nothing', async () => {
    const empty = await compiled('role Nobody');
    const markdown = printMarkdown(compose({ compilation: empty, conformance: null }));
    expect(markdown).not.toMatch(/undefined|NaN|\[object|null/);
    expect(rendered(markdown)).toContain('<h1>');
  });
});
