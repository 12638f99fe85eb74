import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  Hover,
  Location,
  LocationLink,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { Client } from './client.js';
import { marked } from './marked.js';
import { transportKinds } from './transport.js';

const spec = `role Lead
product Guard { isDevice: true comply with FDA_PCCP@2024.12, GMLP }
checklist House { item trained "Nurses are trained" kind attestation by Lead for 12 months }
waive GMLP.principle_2_engineering because "later" approved by Lead until 2027-06-30
`;

describe.each(transportKinds)('checklists over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    // Waivers end: the day is the client's.
    client = await Client.start(
      kind,
      { 'main.vigil': spec },
      { initializationOptions: { asOf: '2026-11-20' } },
    );
    await client.open('main.vigil', spec);
    await client.diagnostics('main.vigil');
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  async function at(text: string) {
    const { text: plain, cursors } = marked(text);
    await client.open('main.vigil', plain);
    // Diagnostics of this text must not be taken for those of the next.
    await client.diagnostics('main.vigil');
    const [position = { line: 0, character: 0 }] = cursors;
    return { textDocument: { uri: client.uri('main.vigil') }, position };
  }

  it('an item explains itself', async () => {
    const params = await at(spec.replace('principle_2_eng', 'principle_2_<|>eng'));
    const { contents } = await client.request<Hover>('textDocument/hover', params);
    expect(JSON.stringify(contents)).toContain('Design decisions and reasons are recorded');
    expect(JSON.stringify(contents)).toContain('Checked against: stored copy');
  });

  it('an item leads to its line in the library, where there are files', async () => {
    const params = await at(spec.replace('principle_2_eng', 'principle_2_<|>eng'));
    const found = await client.request<(LocationLink | Location)[] | null>('textDocument/definition', params);
    if (kind === 'worker') {
      expect(found ?? []).toEqual([]);
      return;
    }
    const [link] = found ?? [];
    if (link === undefined) throw new Error('no definition');
    const [uri, range] = 'targetUri' in link ? [link.targetUri, link.targetRange] : [link.uri, link.range];
    expect(uri).toMatch(/\/library\/gmlp\.vigil$/);
    const line = readFileSync(fileURLToPath(uri), 'utf8').split('\n')[range.start.line];
    expect(line).toContain('item principle_2_engineering ');
  });

  it('all places that name a shipped checklist are found', async () => {
    const params = await at(spec.replace('waive GM', 'waive G<|>M'));
    const found = await client.request<Location[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: true },
    });
    expect(found.map(({ range }) => range.start.line)).toEqual([1, 3]);
  });

  it('items of a shipped checklist are offered, and nothing else', async () => {
    const params = await at(spec.replace('principle_2_engineering because', '<|> because'));
    const answer = await client.request<CompletionList>('textDocument/completion', params);
    const labels = answer.items.map(({ label }) => label);
    expect(labels).toHaveLength(25);
    expect(labels).toContain('principle_10_monitoring');
  });

  it('what cannot be meant is marked, with the name that may be', async () => {
    const params = await at(
      spec
        .replace('principle_2_eng', 'principle_2_<|>ang')
        .replace('2024.12', '2024.13')
        .replace('2027', '2026'),
    );
    const found = await client.diagnostics('main.vigil');
    const codes = found.map(({ code }) => String(code));
    expect(codes.filter((code) => /^VGL08[01]/.test(code)).sort()).toEqual(['VGL0807', 'VGL0808', 'VGL0810']);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: params.textDocument,
      range: { start: params.position, end: params.position },
      context: { diagnostics: found.filter(({ code }) => code === 'VGL0807') },
    });
    expect(actions.map(({ title }) => title)).toContain("Replace by 'principle_2_engineering'");
  });

  it('names of checklists, items and roles have colours of their own', async () => {
    await at(`${spec}<|>`);
    const legend = client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: client.uri('main.vigil') },
    });
    const types = Array.from({ length: data.length / 5 }, (_, token) => legend[data[token * 5 + 3] ?? 0]);
    // Two checklists, the item with its role, and the item that is waived.
    expect(types.filter((type) => type === 'enumMember')).toHaveLength(2);
    expect(types.filter((type) => type === 'class').length).toBeGreaterThanOrEqual(6);
  });
});
