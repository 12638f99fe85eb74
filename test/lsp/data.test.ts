import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Client } from './client.js';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(client.kind === 'worker' ? null : 0);
});
const spec = 'log Visits { source: "visits.csv" time: seen_a }\n';
const findings = async () =>
  (await client.diagnostics('main.vigil')).map(({ code, message }) => `${code} ${message}`);
const lacking =
  "VGL0311 'visits.csv' has no column 'seen_a' (the `time` of log 'Visits'); did you mean 'seen_at'?";

it('a data file in the workspace is looked at, and looked at again when it has changed', async () => {
  client = await Client.start('stdio', { 'visits.csv': 'seen_at,age\n2024-01-03,61\n' });
  await client.open('main.vigil', spec);
  expect(await findings()).toEqual([lacking]);
  writeFileSync(join(client.folder, 'visits.csv'), 'seen_a,age,sex\n2024-01-03,61,f\n');
  await client.open('main.vigil', `${spec} `);
  expect(await findings()).toEqual([]);
});

it('no cell of a data file crosses the wire', async () => {
  client = await Client.start('stdio', { 'visits.csv': 'Mallory,61\nTrudy,40\n' });
  await client.open('main.vigil', spec);
  const [found] = await findings();
  expect(found).toMatch(
    /^VGL0914 'visits.csv' of log 'Visits' is there but cannot be read: Column 2 has a value/,
  );
  expect(JSON.stringify(await client.diagnostics('main.vigil'))).not.toMatch(/Mallory|Trudy|61/);
});

it('a browser knows of no data', async () => {
  client = await Client.start('worker', {});
  await client.open('main.vigil', spec);
  expect(await findings()).toEqual([]);
});
