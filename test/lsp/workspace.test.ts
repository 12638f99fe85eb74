import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Client } from './client.js';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});
const codes = async (path: string) => (await client.diagnostics(path)).map(({ code }) => code);
const changed = (path: string, type: number) =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(path), type }] });

it('files nobody has opened are checked from the start', async () => {
  client = await Client.start('stdio', {
    'a.vigil': 'role A\n',
    'deep/b.vigil': 'dataset D { rolle: test source: "d.csv" }\n',
  });
  expect(await codes('a.vigil')).toEqual([]);
  expect(await codes('deep/b.vigil')).toContain('VGL0201');
});

it('folders of programs, hidden folders and data are left alone', async () => {
  client = await Client.start('stdio', {
    'a.vigil': 'role A\n',
    'node_modules/x/b.vigil': 'rolle',
    '.cache/c.vigil': 'rolle',
    'dist/d.vigil': 'rolle',
  });
  await client.diagnostics('a.vigil');
  await client.request('workspace/symbol', { query: '' });
  for (const path of ['node_modules/x/b.vigil', '.cache/c.vigil', 'dist/d.vigil']) {
    expect(client.published(path)).toBeUndefined();
  }
});

it('a file that cannot be read spoils no other', async () => {
  client = await Client.start('stdio', {
    'a.vigil': 'role A\n',
    'huge.vigil': new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20),
    'latin.vigil': new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]),
  });
  mkdirSync(join(client.folder, 'folder.vigil'));
  await changed('folder.vigil', 1);
  expect(await codes('a.vigil')).toEqual([]);
  await client.open('a.vigil', 'dataset D { rolle: test source: "d.csv" }\n');
  expect(await codes('a.vigil')).toContain('VGL0201');
});

it('a file that changes on disk is read again, with those that import it', async () => {
  client = await Client.start('stdio', {
    'lib.vigil': 'role Lead\n',
    'main.vigil': 'import "./lib.vigil"\nrunbook R { step "Look" by Lead }\n',
  });
  await client.open('main.vigil', 'import "./lib.vigil"\nrunbook R { step "Look" by Lead }\n');
  await client.until(() => client.published('main.vigil')?.length === 0, 'a clean file');
  writeFileSync(join(client.folder, 'lib.vigil'), 'role Boss\n');
  await changed('lib.vigil', 2);
  await client.until(() => client.published('main.vigil')?.[0]?.code === 'VGL0101', 'the missing name');
  rmSync(join(client.folder, 'lib.vigil'));
  await changed('lib.vigil', 3);
  await client.until(
    () => client.published('main.vigil')?.some(({ code }) => code === 'VGL0901') === true,
    'the missing file',
  );
  expect(client.published('lib.vigil')).toEqual([]);
});

it('imports that lead out of the workspace are loaded, inside the repository', async () => {
  client = await Client.start(
    'stdio',
    {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'shared/lib.vigil': 'import "./more.vigil"\nrole Lead\n',
      'shared/more.vigil': 'role More\n',
      'icu/main.vigil': 'import "../shared/lib.vigil"\nrunbook R { step "Look" by Lead }\n',
    },
    { workspace: 'icu' },
  );
  await client.until(() => client.published('icu/main.vigil')?.length === 0, 'a clean file');
  await client.open('icu/main.vigil', 'import "../shared/lib.vigil"\nrunbook R { step "Look" by More }\n');
  await client.until(
    () => client.published('icu/main.vigil')?.length === 0,
    'a name of an import of an import',
  );
});

it('what is closed without saving is as on disk again', async () => {
  client = await Client.start('stdio', { 'a.vigil': 'role A\n' });
  await client.open('a.vigil', 'rolle');
  await client.until(() => (client.published('a.vigil')?.length ?? 0) > 0, 'a finding');
  await client.close('a.vigil');
  await client.until(() => client.published('a.vigil')?.length === 0, 'the file as saved');
});

it.each([
  ['Windows line ends', 'role A\r\n\r\ndataset D {\r\n\trolle: test\r\n\tsource: "d.csv" }\r\n', 3, 1],
  ['a byte order mark', '\uFEFFdataset D { rolle: test source: "d.csv" }\n', 0, 13],
  ['characters outside the basic plane', '/* 🫀🫀 */ dataset D { rolle: test source: "d.csv" }\n', 0, 23],
])('positions count in UTF-16: %s', async (_, text, line, character) => {
  client = await Client.start('stdio', {});
  await client.open('a.vigil', text);
  const found = (await client.diagnostics('a.vigil')).find(({ code }) => code === 'VGL0201');
  expect(found?.range).toEqual({ start: { line, character }, end: { line, character: character + 5 } });
});
