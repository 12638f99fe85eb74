import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../../test-kit/canonical-spec.js';
import { asShown, hostileStrings, looksLikeName } from '../../../test-kit/hostile-strings.js';
import { compiled } from '../../../test-kit/spec-folder.js';
import type { Compilation } from '../../protocol/protocol.js';
import { printMarkdown } from '../markdown/print-markdown.js';
import { monitoringPlan as compose } from './monitoring-plan.js';

const monitoringPlan = (compilation: Compilation) =>
  printMarkdown(compose({ compilation, conformance: null }));

let canonical: Compilation;
beforeAll(async () => {
  canonical = await compiled(canonicalSpec, missingFiles);
});

/** Rendered by a GFM implementation that is not ours; raw HTML would come through. */
const rendered = (markdown: string) =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

it('of the canonical example is the one reviewed as golden/canonical.monitoring-plan.md', async () => {
  await expect(monitoringPlan(canonical)).toMatchFileSnapshot('golden/canonical.monitoring-plan.md');
});

it('has a table, not text, wherever a table was meant', () => {
  const markdown = monitoringPlan(canonical);
  const html = rendered(markdown);
  expect(html.match(/<table>/g)).toHaveLength(markdown.match(/^\| --- /gm)?.length ?? 0);
  expect(html.match(/<tr>/g)).toHaveLength(
    (markdown.match(/^\| /gm)?.length ?? 0) - (markdown.match(/^\| --- /gm)?.length ?? 0),
  );
});

it('links only to its own headings, and each link arrives', () => {
  const html = rendered(monitoringPlan(canonical));
  const anchors = new Set(
    [...html.matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
  const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !target.startsWith('#') || !anchors.has(target.slice(1)))).toEqual([]);
});

it('changes one line of the plan, beside the id, when one limit changes', async () => {
  const main = canonicalSpec['main.vigil'] ?? '';
  const changed = await compiled(
    { ...canonicalSpec, 'main.vigil': main.replace('fail > 5%\n', 'fail > 6%\n') },
    missingFiles,
  );
  const [before, after] = [canonical, changed].map((each) => monitoringPlan(each).split('\n'));
  const different = before?.filter((line, index) => line !== after?.[index]);
  expect(before).toHaveLength(after?.length ?? 0);
  expect(different).toHaveLength(2);
  expect(different?.[1]).toContain('[Missing values](#metric-missing)');
});

it('says in the plan who does what by when', () => {
  const plan = monitoringPlan(canonical);
  expect(plan).toContain('| 1 | Verify the data feed | Data engineer on call | within 4 hours |');
  expect(plan).toContain('never a pass');
  expect(plan).not.toContain('example.org/readmission.git](');
});

describe('a hostile text', () => {
  /** Every free text of the Protocol (titles, facts, units, columns, steps, categories, paths) replaced. */
  const withText = (text: string): Compilation => {
    const free =
      /^(title|text|unit|path|sha256|version|column|availableAt|artifact|timezone|subject|prediction)$/;
    const replaced = (value: unknown, key: string, inFacts: boolean): unknown => {
      if (typeof value === 'string') return inFacts || free.test(key) ? text : value;
      if (Array.isArray(value))
        return value.map((item) => replaced(item, key === 'values' ? 'text' : key, inFacts));
      if (value === null || typeof value !== 'object') return value;
      const facts = inFacts || key === 'facts' || key === 'blocks';
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          name.startsWith('$') ? member : replaced(member, name, facts),
        ]),
      );
    };
    return {
      ...canonical,
      protocol: replaced(canonical.protocol, '', false) as Compilation['protocol'],
      documentation: new Map([
        ['/product', text],
        ['/monitors/0', text],
      ]),
    };
  };

  /** The tags of a document without what stands between them; `@` in code is how mentions are defused. */
  const structure = (html: string) => html.replace(/<code>@+<\/code>/g, '@').match(/<[^>]+>/g);
  const textOf = (html: string) =>
    html
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  it.each(hostileStrings.filter((payload) => !/\n\s*\n/.test(payload)))('%j stays text', (payload) => {
    const markdown = monitoringPlan(withText(payload));
    const html = rendered(markdown);
    // What could be a column's name is shown as code, so it is compared with another such name.
    const harmless = looksLikeName(payload) ? 'plain words' : 'plain, words';
    expect(structure(html)).toEqual(structure(rendered(monitoringPlan(withText(harmless)))));
    expect(textOf(html)).toContain('Intended use');
    expect(textOf(html)).toContain(asShown(payload));
    expect(markdown).not.toMatch(/\$|\p{Cf}|\p{Zl}|(?!\n)\p{Cc}/u);
    expect(markdown.replace(/`@+`/g, '')).not.toContain('@');
  });

  it('of several paragraphs stays paragraphs in documentation, and one line in a table', () => {
    const payload = 'para\n\n# Heading\n\n<b>x</b>';
    const html = rendered(monitoringPlan(withText(payload)));
    expect(html).toContain('<p>para</p>\n<p># Heading</p>\n<p>&lt;b&gt;x&lt;/b&gt;</p>');
    expect(html).toContain('<td>para # Heading &lt;b&gt;x&lt;/b&gt;</td>');
  });
});
