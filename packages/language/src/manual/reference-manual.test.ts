import { readdirSync, readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { declarationSchemas } from '../schema/index.js';
import { code, plain, table } from './markdown.js';
import { referenceManual } from './reference-manual.js';

const pages = referenceManual();
const folder = new URL('../../../../docs/reference/', import.meta.url);
const html = (text: string) => micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

it('docs/reference says what the table says (else: node packages/language/scripts/reference-manual.mjs)', () => {
  const written = readdirSync(folder).map((file) => ({
    file,
    text: readFileSync(new URL(file, folder), 'utf8'),
  }));
  const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
  expect([...pages].sort(byFile)).toEqual(written.sort(byFile));
});

it('every declaration has a page that the index links', () => {
  const index = pages.find(({ file }) => file === 'README.md')!.text;
  for (const { kind } of declarationSchemas) {
    expect(pages.map(({ file }) => file)).toContain(`${kind}.md`);
    expect(index).toContain(`](${kind}.md)`);
  }
});

it('links lead to pages and headings that exist', () => {
  const anchors = new Map(pages.map(({ file, text }) => [file, anchorsOf(text)]));
  for (const { file, text } of pages) {
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      const [page = '', anchor] = target.split('#');
      const there = anchors.get(page === '' ? file : page);
      expect(there, `${file}: ${target}`).toBeDefined();
      if (anchor !== undefined) expect(there, `${file}: ${target}`).toContain(anchor);
    }
  }
});

/** Anchors as GitHub makes them from headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

it('every row of every table has as many cells as its head', () => {
  for (const { file, text } of pages) {
    for (const table of html(text).split('<table>').slice(1)) {
      const width = table.split('</thead>')[0]!.split('<th').length - 2;
      for (const row of table.split('<tbody>')[1]?.split('</tr>').slice(0, -1) ?? [])
        expect(row.split('<td').length - 1, `${file}: ${row}`).toBe(width);
    }
  }
});

describe('Markdown', () => {
  it('shows text as it is', () => {
    const text = 'a|b *c* _d_ [e](f) <g> \\h & i';
    expect(html(plain(text))).toBe('<p>a|b *c* _d_ [e](f) &lt;g&gt; \\h &amp; i</p>');
  });

  it('keeps code spans, in tables too', () => {
    expect(html(plain('see `a_b|c`'))).toBe('<p>see <code>a_b|c</code></p>');
    expect(html(table(['a'], [[code('b|c')]]))).toContain('<td><code>b|c</code></td>');
    expect(code('`Heart Rate`')).toBe('`` `Heart Rate` ``');
  });
});

it('says once that it is no legal advice', () => {
  const all = pages.map(({ text }) => text).join('\n');
  expect(all.match(/not legal advice/g)).toHaveLength(1);
});
