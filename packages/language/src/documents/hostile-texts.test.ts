import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../test-kit/canonical-spec.js';
import { conformanceWithTexts, type NextText, withTexts } from '../../test-kit/hostile-spec.js';
import { asShown, hostileStrings, looksLikeName } from '../../test-kit/hostile-strings.js';
import { compiled } from '../../test-kit/spec-folder.js';
import type { Compilation } from '../protocol/protocol.js';
import type { DocumentInput } from './document.js';
import { documents } from './documents.js';
import { escapedHtml } from './html/escaped-html.js';
import { printHtml } from './html/print-html.js';
import { printMarkdown } from './markdown/print-markdown.js';

let canonical: Compilation;
beforeAll(async () => {
  canonical = await compiled(canonicalSpec, missingFiles);
});

const payloads = hostileStrings.filter((text) => !/\n\s*\n/.test(text));
/** Each round gives every field the next payload of the corpus. */
const rounds = [0, 1, 2, 3, 4, 5];

function inTurn(texts: readonly string[], round: number): NextText {
  let position = round * 7;
  return () => {
    position += 1;
    return texts[position % texts.length] ?? '';
  };
}

function input(texts: readonly string[], round: number): DocumentInput {
  return {
    compilation: withTexts(canonical, inTurn(texts, round)),
    conformance: conformanceWithTexts(inTurn(texts, round)),
  };
}

/** For each payload a text without malice that is shown in the same way. */
const harmless = payloads.map((text) => (looksLikeName(text) ? 'plain words' : 'plain, words'));

describe.each(documents)('$name', ({ compose }) => {
  it.each(rounds)('as Markdown keeps its structure whatever the texts of a spec are, round %i', (round) => {
    const markdown = printMarkdown(compose(input(payloads, round)));
    const html = rendered(markdown);
    expect(tagsOf(html)).toEqual(tagsOf(rendered(printMarkdown(compose(input(harmless, round))))));
    expect(markdown).not.toMatch(/\$|\p{Cf}|\p{Zl}|(?!\n)\p{Cc}/u);
    expect(markdown.replace(/`@+`/g, '')).not.toContain('@');
    expect(html).not.toMatch(/href="(?!#)/);
  });

  it.each(rounds)('as HTML keeps its structure whatever the texts of a spec are, round %i', async (round) => {
    const html = await printHtml(compose(input(payloads, round)), drawTexts);
    const [tree, expected] = [html, await printHtml(compose(input(harmless, round)), drawTexts)].map(
      skeleton,
    );
    expect(tree?.errors).toEqual([]);
    expect(tree?.elements).toEqual(expected?.elements);
    expect(html).not.toMatch(/\p{Cf}|\p{Zl}|(?!\n)\p{Cc}/u);
  });

  it('shows texts as they are written', async () => {
    const tree = compose(input(payloads, 0));
    const [markdown, html] = [rendered(printMarkdown(tree)), await printHtml(tree, drawTexts)].map(textOf);
    const shown = payloads.map(asShown).filter((text) => markdown?.includes(text));
    // Every document takes in much of the corpus; what one format shows the other shows too.
    expect(shown.length).toBeGreaterThan(12);
    expect(shown.filter((text) => !html?.includes(text))).toEqual([]);
  });
});

it('no text of a spec comes into HTML but by way of the escape', () => {
  for (const text of hostileStrings)
    expect(escapedHtml(text)).not.toMatch(/[<>"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/);
});

/** Rendered by a GFM implementation that is not ours; raw HTML would come through. */
function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** The tags of a document without what stands between them; `@` in code is how mentions are defused. */
function tagsOf(html: string): readonly string[] {
  return html.replace(/<code>@+<\/code>/g, '@').match(/<[^>]+>/g) ?? [];
}

type Node = DefaultTreeAdapterMap['node'];

/** Elements with the names of their attributes, in order; lines of a drawn label, which follow its length, left out. */
function skeleton(html: string) {
  const errors: string[] = [];
  const elements: string[] = [];
  const visit = (node: Node): void => {
    if ('attrs' in node && node.tagName !== 'text') {
      const attributes = node.attrs.map(({ name, value }) =>
        name === 'href' && !value.startsWith('#') ? `href=${value}` : name,
      );
      elements.push([node.tagName, ...attributes].join(' '));
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html, { onParseError: ({ code }) => errors.push(code), sourceCodeLocationInfo: true }));
  return { errors, elements };
}

function textOf(html: string): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if ('value' in node && node.nodeName === '#text') texts.push(node.value);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return texts.join('').replace(/\s+/g, ' ');
}

/** Stands for the drawing library: the texts of a chart as it would draw them, escaped. */
async function drawTexts(spec: object): Promise<string> {
  return `<svg viewBox="0 0 10 10"><text>${escapedHtml(JSON.stringify(spec))}</text></svg>`;
}
