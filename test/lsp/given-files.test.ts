import { afterEach, expect, it } from 'vitest';
import { Client } from './client.js';

let client: Client;
afterEach(async () => {
  await client.stop();
});
const codes = async (path: string) => (await client.diagnostics(path)).map(({ code }) => code);
const give = (files: Record<string, string | null>) => client.notify('vigil/files', { files });
const library = 'file:///spec/lib/people.vigil';
const main = ['import "./lib/people.vigil"', 'runbook Look "Look at it" { step "look" by Lead }', ''].join(
  '\n',
);

it('without a disk, imports are followed in the files the editor gives', async () => {
  client = await Client.start(
    'worker',
    {},
    {
      initializationOptions: { files: { [library]: 'role Lead "Lead"\n' } },
    },
  );
  await client.open('main.vigil', main);
  expect(await codes('main.vigil')).not.toContain('VGL0101');
  const definition = await client.request('textDocument/definition', {
    textDocument: { uri: client.uri('main.vigil') },
    position: { line: 1, character: main.split('\n')[1]!.indexOf('Lead') },
  });
  expect(JSON.stringify(definition)).toContain(library);
});

it('a file given again, or taken away, changes what its importers say', async () => {
  client = await Client.start(
    'worker',
    {},
    {
      initializationOptions: { files: { [library]: 'role Lead "Lead"\n' } },
    },
  );
  await client.open('main.vigil', main);
  const before = await codes('main.vigil');
  await give({ [library]: 'role Other "Another"\n' });
  await expect.poll(() => codes('main.vigil'), { timeout: 10_000 }).not.toEqual(before);
  await give({ [library]: 'role Lead "Lead"\n' });
  await expect.poll(() => codes('main.vigil'), { timeout: 10_000 }).toEqual(before);
});

it('a file given after its importer was opened is followed like any other', async () => {
  client = await Client.start('worker');
  await client.open('main.vigil', main);
  await give({ [library]: 'role Other "Another"\n' });
  await expect.poll(() => codes('main.vigil'), { timeout: 10_000 }).toContain('VGL0101');
  await give({ [library]: 'role Lead "Lead"\n' });
  await expect.poll(() => codes('main.vigil'), { timeout: 10_000 }).not.toContain('VGL0101');
});

it('what is no file is left alone', async () => {
  client = await Client.start('worker', {}, { initializationOptions: { files: 'all of them' } });
  await client.notify('vigil/files', { files: { [library]: 42 } });
  await client.notify('vigil/files', null);
  await client.open('a.vigil', 'role A "A"\n');
  expect(await codes('a.vigil')).toEqual([]);
});
