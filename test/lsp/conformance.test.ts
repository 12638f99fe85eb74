import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, CompletionList, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { Client } from './client.js';
import { marked } from './marked.js';
import { transportKinds } from './transport.js';

const spec = `role Lead
product Guard {
  comply with House
}
checklist House {
  item purpose "Says what it is for" cites "Rule 1" requires present(product.purpose)
  item platform "Says what it runs on" cites "Rule 2" requires present(product.platform) severity warning
}
`;

describe.each(transportKinds)('what checklists ask for, over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start(
      kind,
      { 'main.vigil': spec },
      { initializationOptions: { asOf: '2026-11-20' } },
    );
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  async function found(text: string): Promise<readonly Diagnostic[]> {
    await client.open('main.vigil', text);
    return client.diagnostics('main.vigil');
  }
  const shown = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(
      ({ code, severity, message, range }) =>
        `${range.start.line}:${range.start.character} ${code} ${severity} ${message}`,
    );

  it('is told while it is written, and only once it is missing', async () => {
    expect(shown(await found(spec))).toEqual([
      '1:8 VGL0831 1 product.purpose is not written; asked for by House Rule 1',
      '1:8 VGL0832 2 product.platform is not written; asked for by House Rule 2',
    ]);
    const written = spec.replace('  comply', '  purpose: "x"\n  platform: "y"\n  comply');
    expect(shown(await found(written))).toEqual([]);
  });

  it('is written or waived by a quick fix', async () => {
    const [first] = await found(spec);
    if (first === undefined) throw new Error('nothing is asked for');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('main.vigil') },
      range: first.range,
      context: { diagnostics: [first], only: ['quickfix'] },
    });
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred ?? false])).toEqual([
      ["Add 'purpose'", true],
      ['Waive House.purpose…', false],
    ]);
    const texts = actions.map(({ edit }) => edit?.changes?.[client.uri('main.vigil')]?.[0]?.newText);
    expect(texts[0]).toMatch(/^\n {2}\/\/ .*\n {2}purpose: "TBD"$/);
    expect(texts[1]).toBe('\n\nwaive House.purpose because "TBD" approved by Lead until 2027-05-20');
  });

  it('progress stands above `comply with`', async () => {
    await found(spec);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: client.uri('main.vigil') },
    });
    expect(lenses.map(({ command }) => command?.title)).toContain('House: 0 of 2 met, 2 unmet');
  });

  it('conditions are completed and explained', async () => {
    const { text, cursors } = marked(spec.replace('present(product.purpose)', 'models.all(m, present(m.<|>'));
    await client.open('main.vigil', text);
    const params = { textDocument: { uri: client.uri('main.vigil') }, position: cursors[0] };
    const list = await client.request<CompletionList>('textDocument/completion', params);
    const labels = list.items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['artifactHash', 'kind', 'size']));
    expect(labels).not.toContain('markets');
    const hovered = marked(spec.replace('present(product.purpose)', 'pres<|>ent(product.purpose)'));
    await client.open('main.vigil', hovered.text);
    const position = hovered.cursors[0];
    const { contents } = await client.request<Hover>('textDocument/hover', { ...params, position });
    expect(JSON.stringify(contents)).toContain('not the word TBD');
  });
});
