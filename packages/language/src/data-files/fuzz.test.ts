import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from './byte-source.js';
import { MOST_FOOTER_BYTES } from './parquet/read-parquet.js';
import { type DataFormat, formatOfFile, readColumns } from './read-columns.js';
import { MemoryBytes } from './testing/memory-bytes.js';
import { framed, parquetBytes } from './testing/parquet-bytes.js';
import { SAMPLE_BYTES } from './text-sample.js';

const formats: readonly DataFormat[] = ['parquet', 'csv', 'jsonl'];
const bound = { parquet: MOST_FOOTER_BYTES + 8, csv: SAMPLE_BYTES, jsonl: SAMPLE_BYTES };

/** Reads bytes as every format: never throws, stays within its bounds of bytes and time, gives columns or a problem. */
async function survives(content: Uint8Array | string): Promise<void> {
  for (const format of formats) {
    const bytes = new MemoryBytes(content);
    const start = performance.now();
    const outcome = await readColumns(bytes, format);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(bytes.bytesRead).toBeLessThanOrEqual(bound[format]);
    if ('problem' in outcome) expect(outcome.problem).toMatch(/^[A-Z].*\.$/);
    else {
      expect(outcome.columns.length + outcome.nested.length).toBeLessThanOrEqual(2000);
      expect(outcome.columns.every(({ name, type }) => name !== '' && type.length > 0)).toBe(true);
    }
  }
}

const footer = parquetBytes(
  { name: 'root', children: 3 },
  [
    { name: 'age', physical: 5, repetition: 1 },
    { name: 'codes', children: 1, repetition: 1, converted: 3, logical: 3 },
    { name: 'list', children: 1, repetition: 2 },
    { name: 'element', physical: 6, repetition: 1, converted: 0, logical: 1 },
    { name: 'seen', physical: 2, repetition: 0, converted: 10, logical: 8 },
  ],
  1234,
).slice(4, -8);
const someBytes = fc.uint8Array({ maxLength: 2000, size: 'max' });

describe('survives', () => {
  it('random bytes', () => fc.assert(fc.asyncProperty(someBytes, survives), { numRuns: 500 }));
  it('random bytes as a footer', () =>
    fc.assert(
      fc.asyncProperty(someBytes, (bytes) => survives(framed(bytes))),
      { numRuns: 2000 },
    ));
  it('footers with bytes changed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(footer.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const bytes = footer.slice();
          for (const [at, value] of changes) bytes[at] = value;
          return survives(framed(bytes));
        },
      ),
      { numRuns: 3000 },
    ));
  it('footers with any one bit flipped', async () => {
    for (let bit = 0; bit < footer.length * 8; bit += 1) {
      const bytes = footer.slice();
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      await survives(framed(bytes));
    }
  });
  it('footers cut anywhere, at either end', async () => {
    for (let length = 0; length <= footer.length; length += 1) {
      await survives(framed(footer.slice(0, length)));
      await survives(framed(footer.slice(length)));
    }
  });
  it('files cut anywhere', async () => {
    const file = framed(footer);
    for (let length = 0; length <= file.length; length += 1) await survives(file.slice(0, length));
  });
  it('any length of footer', () =>
    fc.assert(fc.asyncProperty(fc.nat(0xffffffff), (length) => survives(framed(footer, 'PAR1', length)))));
  const awkward = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r',
    '\r\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    '\\',
    '\uFEFF',
    'a',
    '1',
    'null',
    'é',
    '😀',
    '\0',
    '\u202E',
  );
  it('text of awkward characters', () =>
    fc.assert(
      fc.asyncProperty(fc.array(awkward, { maxLength: 300, size: 'max' }), (parts) =>
        survives(parts.join('')),
      ),
      { numRuns: 2000 },
    ));
  it('JSON lines of any values', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.json(), { maxLength: 20 }), (lines) => survives(lines.join('\n'))),
      { numRuns: 500 },
    ));
  it.each([
    '"',
    '""',
    ',',
    '\n',
    '"\n',
    '""\n',
    '1,',
    '{}\n',
    '[',
    '{"a":',
    '{"a":1}\n',
    '\r',
    'a,b\n',
    '"a",',
    '-',
    '1',
    '9\n',
    ' ',
    ';',
  ])('a megabyte of %j', (part) => survives(part.repeat(2 ** 20 / part.length)));
  it.each([
    0x00, 0x0c, 0x10, 0x15, 0x19, 0x1b, 0x1c, 0x29, 0x2c, 0x49, 0x80, 0xcc, 0xf9, 0xfc, 0xff,
  ])('a footer of 8 MB of byte %i', (byte) => survives(framed(new Uint8Array(2 ** 23).fill(byte))));
});

it('a source that fails is a problem that tells nothing but the code', async () => {
  const failing: ByteSource = {
    size: 100,
    read: () => Promise.reject(Object.assign(new Error('/home/jane'), { code: 'EIO' })),
  };
  for (const format of formats)
    expect(await readColumns(failing, format)).toEqual({ problem: 'The file cannot be read (EIO).' });
});

describe('no value is told', () => {
  const secret = fc.stringMatching(/^[b-z]{6}$/).map((letters) => `Patient${letters}`);
  const disturbance = fc.constantFrom(
    '',
    '"',
    ',',
    '\n',
    '\r\n',
    '""',
    '{',
    '}',
    '[',
    ':',
    '\\',
    ';',
    ',,',
    '"x',
  );
  it('of CSV', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(secret, disturbance), { minLength: 1 }), async (cells) => {
        const rows = cells.map(([cell, noise]) => `1,${cell}${noise}\n`).join('');
        expect(JSON.stringify(await readColumns(new MemoryBytes(`id,name\n${rows}`), 'csv'))).not.toContain(
          'Patient',
        );
      }),
      { numRuns: 1000 },
    ));
  it('of JSON lines', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(secret, disturbance), { minLength: 1 }), async (cells) => {
        const lines = cells.map(([cell, noise]) => `{"id":1,"name":"${cell}"${noise}}\n`).join('');
        const outcome = await readColumns(new MemoryBytes(lines), 'jsonl');
        if (!('problem' in outcome))
          expect(outcome.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['id', 'name']));
        expect(JSON.stringify(outcome)).not.toContain('Patient');
      }),
      { numRuns: 1000 },
    ));
});

it.each([
  ['data/log.parquet', 'parquet'],
  ['data/LOG.CSV', 'csv'],
  ['log-*.jsonl', 'jsonl'],
  ['log.ndjson', 'jsonl'],
  ['log.csv.gz', null],
  ['parquet', null],
])('format of %s is %s', (path, format) => {
  expect(formatOfFile(path)).toBe(format);
});
