import { describe, expect, it } from 'vitest';
import { createColumnReader, type DataFiles, type FileState } from './column-reader.js';
import { MemoryBytes } from './testing/memory-bytes.js';

/** Files in memory that count how often they are opened; a file without content cannot be opened. */
class MemoryFiles implements DataFiles {
  readonly files = new Map<string, { content: string | null; state: FileState }>();
  opened = 0;

  write(path: string, content: string | null, mtimeMs: number): void {
    this.files.set(path, { content, state: { size: content?.length ?? 1, mtimeMs } });
  }

  async stat(path: string): Promise<FileState | null> {
    if (path === 'forbidden') throw new Error('not permitted');
    return this.files.get(path)?.state ?? null;
  }

  async use<T>(path: string, work: (source: MemoryBytes) => Promise<T>): Promise<T> {
    this.opened += 1;
    const content = this.files.get(path)?.content ?? null;
    if (content === null) throw Object.assign(new Error('secret'), { code: 'EACCES' });
    return work(new MemoryBytes(content));
  }
}

function setUp() {
  const files = new MemoryFiles();
  const reader = createColumnReader(files);
  const names = async (path: string): Promise<string> => {
    const outcome = await reader.columns(path, 'csv');
    return 'problem' in outcome ? outcome.problem : outcome.columns.map(({ name }) => name).join();
  };
  return { files, reader, names };
}

describe('a file is opened', () => {
  it('once, however often its columns are asked for', async () => {
    const { files, names } = setUp();
    files.write('log.csv', 'a,b\n', 1);
    for (let keystroke = 0; keystroke < 100; keystroke += 1) expect(await names('log.csv')).toBe('a,b');
    expect(files.opened).toBe(1);
  });
  it('once by requests at the same time', async () => {
    const { files, names } = setUp();
    files.write('log.csv', 'a,b\n', 1);
    expect(await Promise.all([names('log.csv'), names('log.csv')])).toEqual(['a,b', 'a,b']);
    expect(files.opened).toBe(1);
  });
  it('once when it is broken', async () => {
    const { files, names } = setUp();
    files.write('log.csv', 'a;b\n', 1);
    expect([await names('log.csv'), await names('log.csv')]).toEqual(
      new Array(2).fill(
        'The header is divided by semicolons; only commas are read. Save the file with commas.',
      ),
    );
    expect(files.opened).toBe(1);
  });
  it('again when its time changes', async () => {
    const { files, names } = setUp();
    files.write('log.csv', 'a,b\n', 1);
    await names('log.csv');
    files.write('log.csv', 'c,d\n', 2);
    expect(await names('log.csv')).toBe('c,d');
  });
  it('again when its size changes', async () => {
    const { files, names } = setUp();
    files.write('log.csv', 'a,b\n', 1);
    await names('log.csv');
    files.write('log.csv', 'c,d,e\n', 1);
    expect(await names('log.csv')).toBe('c,d,e');
  });
  it('again when it comes back', async () => {
    const { files, names } = setUp();
    files.write('log.csv', 'a,b\n', 1);
    await names('log.csv');
    files.files.delete('log.csv');
    expect(await names('log.csv')).toMatch('There is no regular file under this path');
    files.write('log.csv', 'c,d\n', 1);
    expect(await names('log.csv')).toBe('c,d');
  });
  it('again when the file system refused it', async () => {
    const { files, names } = setUp();
    files.write('log.csv', null, 1);
    expect(await names('log.csv')).toBe('The file cannot be read (EACCES).');
    files.files.set('log.csv', { content: 'a', state: { size: 1, mtimeMs: 1 } });
    expect(await names('log.csv')).toBe('a');
  });
  it('once for each format it is declared to have', async () => {
    const { files, reader } = setUp();
    files.write('log', '{"a":1}', 1);
    expect(await reader.columns('log', 'jsonl')).toMatchObject({ columns: [{ name: 'a' }] });
    expect(await reader.columns('log', 'parquet')).toHaveProperty('problem');
    expect(files.opened).toBe(2);
  });
});

it('a file whose state is not given is a problem', async () => {
  expect(await setUp().names('forbidden')).toMatch('or it may not be read');
});

it('the files used last are remembered', async () => {
  const { files, names } = setUp();
  for (let index = 0; index < 300; index += 1) files.write(`${index}.csv`, 'a\n', 1);
  for (let index = 0; index < 300; index += 1) {
    await names(`${index}.csv`);
    await names('0.csv');
  }
  expect(files.opened).toBe(300);
  await names('299.csv');
  expect(files.opened).toBe(300);
  await names('1.csv');
  expect(files.opened).toBe(301);
});
