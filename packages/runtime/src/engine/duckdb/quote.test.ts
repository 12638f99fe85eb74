import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { double, identifier, integer, isUsableName, paths, text } from './quote.js';

const refused = [
  '',
  'a\0b',
  'x'.repeat(256),
  'é'.repeat(128),
  'a\nb',
  'a\u202Eb',
  'a\u2066b',
  'a\u200Bb',
  '\ud800',
  '\uFEFFid',
];

it.each(refused)('refuses the name %j', (name) => {
  expect(isUsableName(name)).toBe(false);
  expect(() => identifier(name)).toThrow(RangeError);
});

const names = [
  'a b',
  '"',
  "'",
  '"; DROP TABLE t; --',
  'select',
  'a.b',
  '$1',
  '?',
  '/*',
  'Größe',
  '年齢',
  '*',
  "x' OR '1'='1",
  '\\',
  'x'.repeat(255),
];

it('brings names and text through DuckDB unchanged', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const name of names) {
    const result = await connection.runAndReadAll(`SELECT ${text(name)} AS ${identifier(name)}`);
    expect(result.columnNames()).toEqual([name]);
    expect(result.getRows()).toEqual([[name]]);
  }
});

it('brings any text and any number through DuckDB unchanged', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const plain = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
  await fc.assert(
    fc.asyncProperty(plain, fc.double({ noNaN: true, noDefaultInfinity: true }), async (value, number) => {
      const result = await connection.runAndReadAll(`SELECT ${text(value)}, ${double(number)}`);
      expect(result.getRows()).toEqual([[value, number === 0 ? 0 : number]]);
    }),
    { numRuns: 200 },
  );
});

it('refuses what would not be one literal', () => {
  expect(() => text('a\0')).toThrow(RangeError);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => double(value)).toThrow(RangeError);
  for (const value of [1.5, 2 ** 53]) expect(() => integer(value)).toThrow(RangeError);
});

it.each([
  '/d/a[1].csv',
  '/d/*.csv',
  '/d/a?.csv',
  '/d/{a,b}.csv',
])('refuses the path %s, which DuckDB takes for a pattern', (file) => {
  expect(() => paths([file])).toThrow(RangeError);
  expect(paths(["/d/o'k.csv"])).toBe("['/d/o''k.csv']");
});
