import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Client } from './client.js';
import { transportKinds } from './transport.js';

const example = resolve(import.meta.dirname, '../../examples/house-rules');
const files = {
  'board.vigil': readFileSync(resolve(example, 'board.vigil'), 'utf8'),
  'falls.vigil': readFileSync(resolve(example, 'falls.vigil'), 'utf8'),
};
let client: Client;
afterEach(async () => {
  await client.stop();
});

describe.each(transportKinds)('over %s', (kind) => {
  it('an outline names what a spec declares, and what it imports', async () => {
    client = await Client.start(kind, files);
    const uri = client.uri('falls.vigil');
    const outline = await client.request<Record<string, unknown>>('vigil/outline', { uri });
    expect(outline).toMatchObject({
      uri,
      product: { name: 'FallsWatch', title: 'Falls on the ward' },
      models: [{ name: 'Falls', version: '1.0.0' }],
      imports: [client.uri('board.vigil')],
    });
    expect(JSON.stringify(outline.monitors)).toContain('"name":"Calibration"');
    expect(await client.request('vigil/outline', { uri: client.uri('nowhere.vigil') })).toBeNull();
  });

  it('a document is a tree that can be printed; an unknown one is refused', async () => {
    client = await Client.start(kind, files);
    const uri = client.uri('falls.vigil');
    const answer = await client.request<Record<string, unknown>>('vigil/document', {
      uri,
      document: 'model-card',
    });
    expect(answer).toMatchObject({ kind: 'document', tree: { title: 'Model card: FallsWatch' } });
    expect(answer.protocolId).toMatch(/^sha256:[0-9a-f]{64}$/);
    const unknown = await client.request('vigil/document', { uri, document: 'cookbook' });
    expect(unknown).toEqual({ kind: 'unknown', message: "There is no document 'cookbook'." });
  });

  it('conformance is judged for a day, and items have places', async () => {
    client = await Client.start(kind, files, { initializationOptions: { asOf: '2026-11-21' } });
    const uri = client.uri('falls.vigil');
    const answer = await client.request<{
      conformance: { asOf: string; packs: { items: { item: string; status: string }[] }[] };
      places: Record<string, { file: string; line: number }>;
    }>('vigil/conformance', { uri });
    expect(answer.conformance.asOf).toBe('2026-11-21');
    // Read off the example's README: one rule is broken, one waived, two are open, one is met.
    const statuses = answer.conformance.packs.flatMap(({ items }) => items.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['met', 'open', 'open', 'unmet', 'waived']);
    for (const { file, line: at } of Object.values(answer.places)) {
      expect(['falls.vigil', 'board.vigil']).toContain(file);
      expect(at).toBeGreaterThan(0);
    }
  });

  it('a spec is the same as long as it says the same and its monitors stand where they stood', async () => {
    client = await Client.start(kind, files);
    const uri = client.uri('falls.vigil');
    const identity = async () => await client.request<Record<string, unknown>>('vigil/identity', { uri });
    const text = files['falls.vigil'];
    await client.open('falls.vigil', text);
    const first = await identity();
    expect(first).toMatchObject({ kind: 'identity', identity: expect.stringMatching(/^sha256:/) });
    const document = await client.request('vigil/document', { uri, document: 'model-card' });
    expect(document).toMatchObject({ protocolId: first.protocolId });

    await client.change('falls.vigil', `${text}// a word at the end\n`);
    expect(await identity()).toEqual(first);
    await client.change('falls.vigil', `// a line above\n${text}`);
    const moved = await identity();
    expect(moved.protocolId).toBe(first.protocolId);
    expect(moved.identity).not.toBe(first.identity);
    await client.change('falls.vigil', text.replace(/version "[^"]*"/, 'version "9.9.9"'));
    const other = await identity();
    expect(other.protocolId).not.toBe(first.protocolId);
    expect(other.identity).not.toBe(first.identity);
    await client.change('falls.vigil', text);
    expect(await identity()).toEqual(first);

    // What it imports is a part of it.
    await client.open(
      'board.vigil',
      files['board.vigil'].replace('edition: "2026.01"', 'edition: "2026.02"'),
    );
    expect((await identity()).identity).not.toBe(first.identity);
  });

  it('a spec with errors is not compiled, and says how many there are', async () => {
    client = await Client.start(kind, { 'a.vigil': 'model M version "1" { input x : nummer }\n' });
    const uri = client.uri('a.vigil');
    expect(await client.request('vigil/document', { uri, document: 'model-card' })).toMatchObject({
      kind: 'invalid',
      errors: expect.any(Number),
    });
    expect(await client.request('vigil/conformance', { uri })).toMatchObject({ kind: 'invalid' });
    expect(await client.request('vigil/identity', { uri })).toMatchObject({ kind: 'invalid' });
  });
});
