import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes, type Range, type SemanticTokens } from 'vscode-languageserver-protocol';
import { badlyPlaced, placedTokens } from '../../packages/language/test-kit/semantic-tokens.js';
import { Client } from './client.js';
import { transportKinds } from './transport.js';

const root = resolve(import.meta.dirname, '../..');
/** Every spec of the repository. */
const specs = [
  'examples',
  'packages/language',
  'test/fuzz',
  'test/regulations',
  'test/vscode/fixtures',
].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.vigil') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`),
);
const textOf = (spec: string) => readFileSync(join(root, spec), 'utf8');
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(client.kind === 'worker' ? null : 0);
});
const document = () => ({ textDocument: { uri: client.uri('main.vigil') } });
const ofFile = () => client.request<SemanticTokens>('textDocument/semanticTokens/full', document());
const ofRange = (range: Range) =>
  client.request<SemanticTokens>('textDocument/semanticTokens/range', { ...document(), range });

describe.each(transportKinds)('semantic tokens over %s', (kind) => {
  it('stand in order and apart, also where the file and what is shown of it are asked for together', async () => {
    client = await Client.start(kind);
    expect(specs).toContain('test/vscode/fixtures/hostile/hostile.vigil');
    let coloured = 0;
    for (const spec of specs) {
      const text = textOf(spec);
      const opened = client.open('main.vigil', text);
      const [file, shown] = await Promise.all([ofFile(), ofRange(everything), opened]);
      expect([spec, badlyPlaced(placedTokens(file.data), text)]).toEqual([spec, []]);
      expect([spec, shown.data]).toEqual([spec, file.data]);
      coloured += file.data.length / 5;
    }
    expect(coloured).toBeGreaterThan(1000);
  });

  it('are those of the text they were asked for, however many questions were taken back', async () => {
    client = await Client.start(kind);
    const text = textOf('examples/sepsis/sepsis.vigil');
    for (let round = 0; round < 30; round += 1) {
      const shifted = `${'\n'.repeat(round % 5)}role R${round}\n${text}`;
      await client.open('main.vigil', shifted);
      const asked = [0, 1, 2].map(() => {
        const source = new CancellationTokenSource();
        const answer = client
          .request('textDocument/semanticTokens/full', document(), source.token)
          .catch((error: { code: number }) => error.code);
        setTimeout(() => source.cancel(), round % 4);
        return answer;
      });
      const { data } = await ofFile();
      expect(badlyPlaced(placedTokens(data), shifted)).toEqual([]);
      expect(placedTokens(data)[0]).toMatchObject({ line: round % 5, character: 5 });
      for (const answer of await Promise.all(asked))
        if (answer !== LSPErrorCodes.RequestCancelled) expect(answer).toEqual({ data });
    }
  });
});
