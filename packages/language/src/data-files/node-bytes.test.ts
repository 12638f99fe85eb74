import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createColumnReader } from './column-reader.js';
import { nodeDataFiles } from './node-bytes.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bytes-'));
  await writeFile(join(folder, 'a.csv'), 'a,b\n1,2\n');
});
afterAll(() => rm(folder, { recursive: true }));

it('bytes are read where they are, fewer at the end', async () => {
  const read = await nodeDataFiles.use(join(folder, 'a.csv'), async (source) => [
    source.size,
    new TextDecoder().decode(await source.read(2, 3)),
    new TextDecoder().decode(await source.read(4, 100)),
    (await source.read(8, 1)).length,
  ]);
  expect(read).toEqual([8, 'b\n1', '1,2\n', 0]);
});

it.skipIf(process.platform !== 'linux')('every file is closed, also after failing work', async () => {
  const open = async () => (await readdir('/proc/self/fd')).length;
  const before = await open();
  for (let index = 0; index < 20; index += 1) {
    await nodeDataFiles.use(join(folder, 'a.csv'), async (source) => source.size);
    await expect(
      nodeDataFiles.use(join(folder, 'a.csv'), () => Promise.reject(new Error('work failed'))),
    ).rejects.toThrow('work failed');
    await expect(nodeDataFiles.use(folder, async () => 1)).rejects.toThrow('no regular file');
  }
  expect(await open()).toBe(before);
});

it('columns of a file on disk', async () => {
  expect(await createColumnReader(nodeDataFiles).columns(join(folder, 'a.csv'), 'csv')).toEqual({
    columns: [
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'integer' },
    ],
    nested: [],
    rows: 1,
  });
});

it('folders, missing files and impossible paths are problems', async () => {
  const reader = createColumnReader(nodeDataFiles);
  for (const path of [folder, join(folder, 'missing.csv'), 'a\0b', '', '/dev/null'])
    expect(await reader.columns(path, 'csv')).toEqual({
      problem: 'There is no regular file under this path, or it may not be read.',
    });
});

it.skipIf(process.platform === 'win32')('a pipe nobody writes to does not keep anybody waiting', async () => {
  const pipe = join(folder, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  expect(await createColumnReader(nodeDataFiles).columns(pipe, 'csv')).toHaveProperty('problem');
  await expect(nodeDataFiles.use(pipe, async () => 1)).rejects.toMatchObject({ code: 'ENOTREG' });
});
