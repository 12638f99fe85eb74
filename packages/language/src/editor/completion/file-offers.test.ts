import { type FileSystemProvider, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { completer } from '../../../test-kit/complete-text.js';

const paths = [
  'spec/data/train.parquet',
  'spec/data/old/2024.csv',
  'spec/notes.md',
  'spec/.env',
  'secret.csv',
];

/** Folders and files in memory; nothing can be read from them. */
const files: FileSystemProvider = {
  ...unreadable(),
  readDirectory: async (folder) => entriesOf(folder.path),
};
const { complete } = completer({ files });
const labelsAt = async (marked: string) => (await complete(marked)).labels;

function entriesOf(folder: string) {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  const below = paths.map((path) => `/${path}`).filter((path) => path.startsWith(prefix));
  if (below.length === 0) throw new Error('no such folder');
  const names = new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''));
  return [...names].map((name) => {
    const isFile = below.includes(`${prefix}${name}`);
    return { uri: URI.parse(`file://${prefix}${name}`), isFile, isDirectory: !isFile };
  });
}

function unreadable(): FileSystemProvider {
  const refuse = () => {
    throw new Error('nothing to read');
  };
  return {
    stat: async () => refuse(),
    statSync: refuse,
    exists: async () => false,
    existsSync: () => false,
    readBinary: async () => refuse(),
    readBinarySync: refuse,
    readFile: async () => refuse(),
    readFileSync: refuse,
    readDirectory: async () => [],
    readDirectorySync: () => [],
  };
}

describe('paths', () => {
  it.each<[where: string, marked: string, labels: readonly string[]]>([
    ['data beside the spec: folders, and no other files', 'log L { source: "<|>" }', ['data/']],
    ['into a folder', 'log L { source: "data/<|>" }', ['data/train.parquet', 'data/old/']],
    ['half a name', 'log L { source: "data/tr<|>" }', ['data/train.parquet']],
    ['any file where the format is named', 'log L { source: csv "<|>" }', ['notes.md', 'data/']],
    ['a file of a fact, of any kind', 'model M version "1" { artifact: "<|>" }', ['notes.md', 'data/']],
    ['no folder outside of the workspace', 'log L { source: "../<|>" }', []],
    ['no folder that is not there', 'log L { source: "nowhere/<|>" }', []],
  ])('%s', async (_, marked, labels) => {
    expect((await labelsAt(marked)).toSorted()).toEqual([...labels].toSorted());
  });

  it('a file closes its quotes, a folder leaves them open', async () => {
    const file = await complete('log L { source: "data/tr<|>');
    expect(file.accept('data/train.parquet')).toBe('log L { source: "data/train.parquet"');
    const folder = await complete('log L { source: "da<|>');
    expect(folder.accept('data/')).toBe('log L { source: "data/');
  });

  it('specs that can be imported and are not yet', async () => {
    const others = { 'logs.vigil': '', 'lib/models.vigil': '' };
    const { labels, accept } = await complete('import "./logs.vigil"\nimport <|>', others);
    expect(labels).toEqual(['./lib/models.vigil']);
    expect(accept('./lib/models.vigil')).toBe('import "./logs.vigil"\nimport "./lib/models.vigil"');
  });
});

it('without a file system there are no paths', async () => {
  const { labels } = await completer().complete('log L { source: "<|>" }');
  expect(labels).toEqual([]);
});
