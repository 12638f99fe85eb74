import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../../test-kit/canonical-spec.js';
import { compiled } from '../../../test-kit/spec-folder.js';
import { documents } from '../documents.js';
import { printHtml } from './print-html.js';
import { stylesheet } from './stylesheet.js';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

const pages = new Map<string, { readonly html: string; readonly elements: readonly Element[] }>();
const parseErrors: string[] = [];
beforeAll(async () => {
  const compilation = await compiled(canonicalSpec, missingFiles);
  for (const { name, compose } of documents) {
    const html = await printHtml(
      compose({ compilation, conformance: null }),
      async () => '<svg viewBox="0 0 9 9"/>',
    );
    const tree = parse(html, { onParseError: ({ code }) => parseErrors.push(`${name}: ${code}`) });
    pages.set(name, { html, elements: elementsIn(tree) });
  }
});

function elementsIn(node: Node): readonly Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsIn)] : own;
}
const attribute = (element: Element, wanted: string) =>
  element.attrs.find(({ name }) => name === wanted)?.value;

it('parses without an error', () => expect(parseErrors).toEqual([]));

describe.each(documents)('$name', ({ name }) => {
  const page = () => pages.get(name) ?? { html: '', elements: [] };
  const all = (...tags: readonly string[]) => page().elements.filter(({ tagName }) => tags.includes(tagName));

  it('loads nothing, runs nothing, and says so in its policy', () => {
    expect(all('script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base')).toEqual([]);
    const attributes = page().elements.flatMap(({ attrs }) => attrs);
    expect(
      attributes.filter(({ name: key }) => key.startsWith('on') || key === 'style' || key === 'src'),
    ).toEqual([]);
    expect(all('a').filter((link) => !attribute(link, 'href')?.startsWith('#'))).toEqual([]);
    const policy = all('meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    const digest = createHash('sha256').update(stylesheet).digest('base64');
    expect(attribute(policy!, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
    expect(stylesheet).not.toMatch(/url\(|@import/);
  });

  it('can be read by a screen reader and by keyboard', () => {
    expect(attribute(all('html')[0]!, 'lang')).toBe('en');
    expect([all('main'), all('nav'), all('h1'), all('title')].map(({ length }) => length >= 1)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([all('main').length, all('h1').length]).toEqual([1, 1]);
    const [skip] = all('a');
    expect(attribute(skip!, 'href')).toBe('#content');
    expect(all('th').filter((cell) => !/^(row|col)$/.test(attribute(cell, 'scope') ?? ''))).toEqual([]);
    expect(all('table')).toHaveLength(all('caption').length);
    for (const drawing of all('svg')) expect(attribute(drawing, 'role')).toBe('img');
  });

  it('has headings in order', () => {
    const levels = all('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels[0]).toBe(1);
    const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  it('has each identifier once, and every link and label leads to one', () => {
    const ids = page().elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(ids).toHaveLength(new Set(ids).size);
    const wanted = page().elements.flatMap((element) => [
      ...(attribute(element, 'href')?.slice(1).split(' ') ?? []),
      ...(attribute(element, 'aria-labelledby')?.split(' ') ?? []),
    ]);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('colours of text stand out by 4.5 to 1 (WCAG 2.2, 1.4.3)', () => {
  const themes = [...stylesheet.matchAll(/:root\{([^}]*)\}/g)].map(([, rules = '']) =>
    Object.fromEntries(
      [...rules.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );

  it.each([
    ['light', 0],
    ['dark', 1],
    ['print', 2],
  ])('%s', (_, index) => {
    const theme = { ...themes[0], ...themes[index] };
    for (const ground of ['paper', 'soft'] as const)
      for (const text of ['text', 'muted', 'accent', 'missing'] as const)
        expect(
          contrast(theme[text] ?? '', theme[ground] ?? ''),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.missing ?? '', theme['missing-soft'] ?? '')).toBeGreaterThanOrEqual(4.5);
    // Labels inside a chart stand on the zones.
    expect(contrast(theme.text ?? '', theme['zone-warn'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
