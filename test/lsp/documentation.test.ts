import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Client, type StartOptions } from './client.js';
import { type TransportKind, transportKinds } from './transport.js';

const broken = { 'main.vigil': 'monitor Watch on Nowhere { every 1 week }\nrole ! Lead\n' };

/** Addresses that the diagnostics of a broken spec lead to, by code. */
async function links(kind: TransportKind, options?: StartOptions) {
  const client = await Client.start(kind, broken, options);
  const found = await client.diagnostics('main.vigil');
  await client.stop();
  expect(found.length).toBeGreaterThan(1);
  return found.map(({ code, codeDescription }) => [String(code), codeDescription?.href] as const);
}

describe.each(transportKinds)('over %s', (kind) => {
  it('a client that names the documentation gets a link to the section of each code', async () => {
    for (const base of ['vigil-docs:/', 'https://docs.example.org/vigil'])
      for (const [code, link] of await links(kind, { initializationOptions: { documentation: base } }))
        expect(link).toBe(`${base.replace(/\/$/, '')}/diagnostics.md#${code.toLowerCase()}`);
  });
});

it('what is no address counts as not told', async () => {
  for (const documentation of [42, null, '', 'docs', '../docs'])
    for (const [, link] of await links('worker', { initializationOptions: { documentation } }))
      expect(link).toBeUndefined();
});

it('without a word of the client, the page that lies beside the server is linked', async () => {
  const page = resolve(import.meta.dirname, '../../docs/diagnostics.md');
  expect(existsSync(page)).toBe(true);
  for (const [code, link] of await links('stdio')) {
    expect(fileURLToPath(link!.split('#')[0]!)).toBe(page);
    expect(readFileSync(page, 'utf8')).toContain(`\n#### ${code}\n`);
    expect(link!.split('#')[1]).toBe(code.toLowerCase());
  }
});

it('in a browser worker there is no link without it', async () => {
  for (const [, link] of await links('worker')) expect(link).toBeUndefined();
});
