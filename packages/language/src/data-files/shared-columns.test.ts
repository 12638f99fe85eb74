import { expect, it } from 'vitest';
import type { DataColumns } from './column.js';
import { sharedColumns } from './shared-columns.js';

const day = 86_400_000;
const file = (
  columns: Record<string, DataColumns['columns'][number]['type']>,
  more: Partial<DataColumns> = {},
) => ({
  columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
  nested: [],
  rows: 10,
  ...more,
});

it.each([
  ['integer', 'integer', 'integer'],
  ['integer', 'number', 'number'],
  ['unknown', 'text', 'text'],
  ['text', 'integer', 'unknown'],
  ['timestamp', 'integer', 'unknown'],
] as const)('%s and %s are %s', (first, second, both) => {
  expect(sharedColumns([file({ a: first }), file({ a: second })], 'csv', true).columns).toEqual([
    { name: 'a', type: both },
  ]);
});

it('rows are unknown where one file does not tell, and where files were not read', () => {
  const files = [file({ a: 'text' }), file({ a: 'text' })];
  expect(sharedColumns(files, 'csv', true).rows).toBe(20);
  expect(sharedColumns(files, 'csv', false)).toMatchObject({ rows: null, open: true });
  expect(sharedColumns([file({}), file({}, { rows: null })], 'csv', true).rows).toBeNull();
});

it('JSON lines beyond the sample may have further columns, CSV may not', () => {
  expect(sharedColumns([file({ a: 'text' }, { rows: null })], 'jsonl', true).open).toBe(true);
  expect(sharedColumns([file({ a: 'text' }, { rows: null })], 'csv', true).open).toBeUndefined();
});

it('a column that some CSV files lack is none; in Parquet it is partial', () => {
  const files = [file({ a: 'text', b: 'text' }), file({ c: 'text', a: 'text' })];
  expect(sharedColumns(files, 'csv', true).partial).toBeUndefined();
  expect(sharedColumns(files, 'parquet', true).partial).toEqual(['b', 'c']);
});

it('the span of a time goes from the first of all files to the last', () => {
  const at = (from: number, to: number) =>
    file({ t: 'timestamp' }, { periods: new Map([['t', { from: from * day, to: to * day }]]) });
  expect(sharedColumns([at(10, 20), at(5, 6)], 'parquet', true).spanDays).toEqual(new Map([['t', 15]]));
  expect(sharedColumns([at(10, 20), file({ t: 'timestamp' })], 'parquet', true).spanDays).toBeUndefined();
  expect(sharedColumns([at(10, 20)], 'parquet', false).spanDays).toBeUndefined();
});
