import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'langium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeclaredData } from './declared-data.js';
import { nodeDeclaredData } from './node-declared-data.js';
import { parquetBytes } from './testing/parquet-bytes.js';

let outside = '';
let root = '';
let data: DeclaredData;
const spec = () => URI.file(join(root, 'specs', 'main.vigil'));
const columnsOf = async (path: string, engine?: string) => {
  const found = await data.columnsOf(spec(), path, engine);
  return found && { ...found, columns: found.columns.map(({ name, type }) => `${name} ${type}`) };
};

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'declared-'));
  root = join(outside, 'workspace');
  await mkdir(join(root, 'specs', 'logs', 'b'), { recursive: true });
  await mkdir(join(root, 'data'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'specs/log.csv': 'id,age,sex\na,61,f\nb,40,m\n',
    'specs/logs/2024-01.csv': 'id,age,late\na,61,\nb,40,\n',
    'specs/logs/2024-02.csv': 'late,id,age\n,c,40.5\n',
    'specs/logs/b/2024-03.csv': 'id\nd\n',
    'specs/logs/.hidden.csv': 'other\nx\n',
    'specs/logs/rows.jsonl': '{"id":"a"}\n',
    'specs/table.txt': 'id,age\nx,1\n',
    'specs/broken.parquet': 'PAR1 and nothing else',
    'data/up.csv': 'id\nx\n',
    'data/one.parquet': parquetBytes(
      { name: 'root', children: 2 },
      [
        { name: 'a', physical: 2, repetition: 1 },
        { name: 'b', physical: 2, repetition: 1 },
      ],
      7,
    ),
    'data/two.parquet': parquetBytes(
      { name: 'root', children: 1 },
      [{ name: 'a', physical: 5, repetition: 0 }],
      5,
    ),
    '../secret.csv': 'patient\nx\n',
  };
  for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content);
  await symlink(join(outside, 'secret.csv'), join(root, 'specs', 'link.csv'));
  await symlink(outside, join(root, 'specs', 'way'));
  await symlink(join(root, 'data', 'up.csv'), join(root, 'specs', 'inner.csv'));
  data = nodeDeclaredData(() => URI.file(root));
});
afterAll(() => rm(outside, { recursive: true }));

describe('a source', () => {
  it('of one file has its columns', async () => {
    expect(await columnsOf('log.csv')).toEqual({
      columns: ['id text', 'age integer', 'sex text'],
      nested: [],
      rows: 2,
      files: ['log.csv'],
    });
  });
  it('of several files has the columns they share, and the sum of their rows', async () => {
    expect(await columnsOf('logs/*.csv')).toEqual({
      columns: ['id text', 'age number', 'late unknown'],
      nested: [],
      rows: 3,
      files: ['logs/2024-01.csv', 'logs/2024-02.csv'],
    });
    expect((await columnsOf('lo?s/*/*.csv'))?.files).toEqual(['logs/b/2024-03.csv']);
  });
  it('of several Parquet files tells which columns only some have', async () => {
    expect(await columnsOf('../data/*.parquet')).toEqual({
      columns: ['a number'],
      nested: [],
      rows: 12,
      files: ['../data/one.parquet', '../data/two.parquet'],
      partial: ['b'],
    });
  });
  it.each([
    ['csv', 2],
    ['parquet', undefined],
    ['trino', undefined],
    ['constructor', undefined],
    [undefined, undefined],
  ])('read as %s', async (engine, columns) => {
    expect((await columnsOf('table.txt', engine))?.columns.length).toBe(columns);
  });
  it('may lie above the spec, inside the workspace', async () => {
    expect((await columnsOf('../data/up.csv'))?.files).toEqual(['../data/up.csv']);
    expect((await columnsOf('inner.csv'))?.files).toEqual(['inner.csv']);
  });
  it.each([
    'absent.csv',
    'absent-*.csv',
    'logs',
    '',
    ' ',
    'https://example.org/a.csv',
    '~/a.csv',
    '//host/a.csv',
  ])('that is no file has none: %j', async (path) => {
    expect(await columnsOf(path, 'csv')).toBeUndefined();
    if (path !== 'absent.csv' && path !== 'logs')
      expect(await data.unreadableIn(spec(), path, 'csv')).toEqual([]);
  });
});

describe('outside the workspace nothing is read', () => {
  it.each([
    '../../secret.csv',
    'link.csv',
    'way/secret.csv',
    'way/*.csv',
    '../../*.csv',
    '*/secret.csv',
  ])('%s', async (path) => {
    expect(await columnsOf(path)).toBeUndefined();
    expect(await data.unreadableIn(spec(), path)).toEqual([]);
  });
  it('nor by an absolute path', async () => {
    expect(await columnsOf(join(outside, 'secret.csv'))).toBeUndefined();
    expect((await columnsOf(join(root, 'data', 'up.csv')))?.files).toEqual(['../data/up.csv']);
  });
  it('nor from a file that is in no folder', async () => {
    expect(await data.columnsOf(URI.parse('untitled:main.vigil'), 'log.csv')).toBeUndefined();
  });
});

it('says why a file cannot be read', async () => {
  expect(await data.unreadableIn(spec(), 'broken.parquet')).toEqual([
    {
      file: 'broken.parquet',
      problem: expect.stringMatching(/^The file does not end as a Parquet file does/),
    },
  ]);
});

it('reads a file again when it changed', async () => {
  const path = join(root, 'specs', 'changing.csv');
  await writeFile(path, 'one\nx\n');
  expect((await columnsOf('changing.csv'))?.columns).toEqual(['one text']);
  await writeFile(path, 'one,two\nx,y\n');
  expect((await columnsOf('changing.csv'))?.columns).toEqual(['one text', 'two text']);
});

it('of more files than are read, nothing is said that needs all of them', async () => {
  await mkdir(join(root, 'many'));
  for (let day = 0; day < 101; day += 1) await writeFile(join(root, 'many', `${1000 + day}.csv`), 'id\nx\n');
  const found = await columnsOf('../many/*.csv');
  expect(found?.files).toHaveLength(100);
  expect([found?.rows, found?.open]).toEqual([null, true]);
});
