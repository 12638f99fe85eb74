import { anchorOf, headingsOf, sectionsOf } from '../content/anchors.js';
import type { Block, Chart, DocumentTree, Section, Table } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { diagramSvg } from './diagram-svg.js';
import { escapedHtml } from './escaped-html.js';
import { figureHtml } from './figure-html.js';
import { inlineHtml } from './inline-html.js';
import { stylesheet, stylesheetDigest } from './stylesheet.js';

/** Draws a Vega-Lite specification as SVG; injected, because the library that draws is large. */
export type DrawChart = (spec: Chart['spec']) => Promise<string>;

/**
 * A document as one self-contained HTML file: no script, nothing from the network, every text escaped. Readable on
 * paper, in the dark, by keyboard and by screen reader.
 */
export async function printHtml(document: DocumentTree, drawChart: DrawChart): Promise<string> {
  const charts = new Map<Chart, string>();
  for (const chart of chartsOf(document.blocks)) charts.set(chart, await drawChart(chart.spec));
  const title = escapedHtml(document.title).trim();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${stylesheetDigest()}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${stylesheet}</style>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<h1>${title}</h1>
</header>
<nav aria-label="Contents">
${contents(document)}
</nav>
<main id="content" tabindex="-1">
${body(document, charts)}
</main>
</body>
</html>
`;
}

function chartsOf(blocks: readonly Block[]): readonly Chart[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'section') return chartsOf(block.blocks);
    return block.kind === 'chart' ? [block] : [];
  });
}

/** The sections of the first two levels. */
function contents(document: DocumentTree): string {
  const item = ({ heading, blocks }: Section, deeper: number): string => {
    const inner = blocks.filter((block) => block.kind === 'section');
    const below = deeper > 0 && inner.length > 0 ? list(inner, deeper - 1) : '';
    return `<li><a href="#${escapedHtml(anchorOf(heading))}">${escapedHtml(heading)}</a>${below}</li>`;
  };
  const list = (sections: readonly Section[], deeper: number): string =>
    `<ul>\n${sections.map((section) => item(section, deeper)).join('\n')}\n</ul>`;
  return list(
    document.blocks.filter((block) => block.kind === 'section'),
    1,
  );
}

function body(document: DocumentTree, charts: ReadonlyMap<Chart, string>): string {
  const headings = headingsOf(document);
  const ids = uniqueIds(document);
  const inline = (content: Inline) => inlineHtml(content, headings);
  let figures = 0;
  const blocks = (list: readonly Block[], level: number): string =>
    list.map((block) => printed(block, level)).join('\n');
  const printed = (block: Block, level: number): string => {
    switch (block.kind) {
      case 'section': {
        const rank = Math.min(level, 6);
        const id = escapedHtml(ids.get(block) ?? '');
        return `<section aria-labelledby="${id}">\n<h${rank} id="${id}">${escapedHtml(block.heading)}</h${rank}>\n${blocks(block.blocks, level + 1)}\n</section>`;
      }
      case 'paragraph':
        return `<p>${inline(block.content)}</p>`;
      case 'prose':
        return block.text
          .split(/\n\s*\n/)
          .map((text) => `<p>${escapedHtml(text).trim()}</p>`)
          .join('\n');
      case 'note':
        return `<p class="note">${inline(block.content)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        return `<${tag}>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</${tag}>`;
      }
      case 'definitions':
        return `<dl>\n${block.entries.map(([term, content]) => `<div><dt>${inline(term)}</dt><dd>${inline(content) || '–'}</dd></div>`).join('\n')}\n</dl>`;
      case 'table':
        return tableHtml(block, inline);
      case 'diagram':
        figures += 1;
        return diagramSvg(block, `figure-${figures}`);
      case 'chart':
        figures += 1;
        return figureHtml(block, charts.get(block) ?? '', `figure-${figures}`);
    }
  };
  return blocks(document.blocks, 2);
}

function tableHtml({ caption, columns, rows }: Table, inline: (content: Inline) => string): string {
  const head = columns.map((column) => `<th scope="col">${escapedHtml(column)}</th>`).join('');
  const lines = rows.map(([first = '', ...others]) => {
    const cells = others.map((cell) => `<td>${inline(cell) || '–'}</td>`).join('');
    return `<tr><th scope="row">${inline(first) || '–'}</th>${cells}</tr>`;
  });
  const name = escapedHtml(caption);
  return `<div class="wide" role="region" aria-label="${name}" tabindex="0">
<table>
<caption>${name}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
</div>`;
}

/** The anchor of each section; equal headings are told apart by a number, as GitHub does. */
function uniqueIds(document: DocumentTree): ReadonlyMap<Section, string> {
  const taken = new Map<string, number>([['content', 1]]);
  return new Map(
    sectionsOf(document).map(({ section }) => {
      const anchor = anchorOf(section.heading) || 'section';
      const before = taken.get(anchor) ?? 0;
      taken.set(anchor, before + 1);
      return [section, before === 0 ? anchor : `${anchor}-${before}`];
    }),
  );
}
