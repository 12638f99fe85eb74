import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataColumnType } from './column.js';
import { nodeDataFiles } from './node-bytes.js';
import { type DataFormat, readColumns } from './read-columns.js';

/** SQL of a value, and the type its column has in a Parquet file. */
const flat: readonly (readonly [name: string, sql: string, type: DataColumnType])[] = [
  ['tinyint', '1::TINYINT', 'integer'],
  ['smallint', '1::SMALLINT', 'integer'],
  ['int', '1::INTEGER', 'integer'],
  ['bigint', '1::BIGINT', 'integer'],
  ['utinyint', '1::UTINYINT', 'integer'],
  ['usmallint', '1::USMALLINT', 'integer'],
  ['uint', '1::UINTEGER', 'integer'],
  ['ubigint', '1::UBIGINT', 'integer'],
  ['float', '1.5::FLOAT', 'number'],
  ['double', '1.5::DOUBLE', 'number'],
  ['decimal 4', '1.5::DECIMAL(4, 1)', 'number'],
  ['decimal 9', '1.5::DECIMAL(9, 2)', 'number'],
  ['decimal 18', '1.5::DECIMAL(18, 3)', 'number'],
  ['decimal 38', '1.5::DECIMAL(38, 4)', 'number'],
  ['varchar', "'female'::VARCHAR", 'text'],
  ['enum', "'low'::risk", 'text'],
  ['json', `'{"a": 1}'::JSON`, 'text'],
  ['uuid', "'6f1f3ae4-1b1f-4b6e-9d4a-0d7b3f2b8c11'::UUID", 'text'],
  ['blob', "'\\x00\\xFF'::BLOB", 'text'],
  ['boolean', 'true', 'boolean'],
  ['date', "DATE '2024-01-31'", 'timestamp'],
  ['timestamp', "TIMESTAMP '2024-01-31 00:04:29'", 'timestamp'],
  ['timestamp_ms', "TIMESTAMP_MS '2024-01-31 00:04:29'", 'timestamp'],
  ['timestamp_ns', "TIMESTAMP_NS '2024-01-31 00:04:29'", 'timestamp'],
  ['timestamptz', "TIMESTAMPTZ '2024-01-31 00:04:29+02'", 'timestamp'],
  ['time', "TIME '00:04:29'", 'text'],
  ['interval', 'INTERVAL 1 DAY', 'text'],
  ['größe "cm"', '1.8::DOUBLE', 'number'],
];
const nestedSql = {
  codes: "['402', '428']",
  address: "{'city': 'Graz', 'lines': ['a', 'b']}",
  visits: "[{'day': DATE '2024-01-31', 'ward': 'B'}]",
  marks: "MAP {'a': 1}",
};

let folder = '';
let run: (sql: string) => Promise<unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'columns-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  run = (sql) => connection.run(sql);
  await run("CREATE TYPE risk AS ENUM ('low', 'high')");
  const columns = [...flat.map(([name, sql]) => [name, sql] as const), ...Object.entries(nestedSql)];
  const list = columns.map(([name, sql]) => `${sql} AS "${name.replaceAll('"', '""')}"`).join(', ');
  await run(`CREATE TABLE every_type AS SELECT ${list} FROM range(1234)`);
});
afterAll(() => rm(folder, { recursive: true }));

async function written(format: DataFormat, select: string, options: string) {
  const path = join(folder, `written.${format}`);
  await run(`COPY (${select}) TO '${path}' (${options})`);
  return nodeDataFiles.use(path, (bytes) => readColumns(bytes, format));
}

describe('Parquet', () => {
  const expected = {
    columns: flat.map(([name, , type]) => ({ name, type, nullable: true })),
    nested: [
      { name: 'codes', fields: ['codes.list.element'] },
      { name: 'address', fields: ['address.city', 'address.lines.list.element'] },
      { name: 'visits', fields: ['visits.list.element.day', 'visits.list.element.ward'] },
      { name: 'marks', fields: ['marks.key_value.key', 'marks.key_value.value'] },
    ],
    rows: 1234,
    periods: expect.any(Map) as unknown,
  };
  it.each([
    ['plain', ''],
    ['version 2 of the format, zstd', ', PARQUET_VERSION V2, COMPRESSION zstd'],
    ['row groups of other sizes, bloom filters off', ', ROW_GROUP_SIZE 2048, WRITE_BLOOM_FILTER false'],
  ])('every type, %s', async (_, options) => {
    expect(await written('parquet', 'FROM every_type', `FORMAT parquet${options}`)).toEqual(expected);
  });
  it('without rows', async () => {
    const outcome = await written('parquet', 'FROM every_type LIMIT 0', 'FORMAT parquet');
    expect(outcome).toEqual({ ...expected, rows: 0, periods: undefined });
  });
  it('with many row groups, whose statistics make a long footer', async () => {
    const list = Array.from({ length: 200 }, (_, index) => `r AS c${index}`).join(', ');
    const outcome = await written(
      'parquet',
      `SELECT ${list} FROM range(100000) t(r)`,
      'FORMAT parquet, ROW_GROUP_SIZE 2048',
    );
    expect(outcome).toMatchObject({ rows: 100_000 });
    expect('columns' in outcome && outcome.columns.map(({ name }) => name)).toEqual(
      Array.from({ length: 200 }, (_, index) => `c${index}`),
    );
  });
  it('with an encrypted footer', async () => {
    // The cipher built into DuckDB lacks good random numbers; this file keeps no secret.
    await run("SET force_mbedtls_unsafe = 'true'");
    await run("PRAGMA add_parquet_key('key128', '0123456789112345')");
    const options = "FORMAT parquet, ENCRYPTION_CONFIG {footer_key: 'key128'}";
    expect(await written('parquet', 'SELECT 1 AS a', options)).toEqual({
      problem: expect.stringContaining('is encrypted'),
    });
  });
});

/** What the texts of a CSV file and the values of JSON show of the same columns. */
const guessed: readonly (readonly [name: string, sql: string, csv: DataColumnType, json: DataColumnType])[] =
  [
    ['integer', '-7', 'integer', 'integer'],
    ['double', '1e-7::DOUBLE', 'number', 'number'],
    ['decimal', '1.5::DECIMAL(9, 2)', 'number', 'number'],
    ['boolean', 'true', 'boolean', 'boolean'],
    ['postcode', "'08010'", 'text', 'text'],
    ['digits', "'8010'", 'integer', 'text'],
    ['quoted', '\'a, "b"\nc\'', 'text', 'text'],
    ['date', "DATE '2024-01-31'", 'timestamp', 'timestamp'],
    ['timestamp', "TIMESTAMP '2024-01-31 00:04:29.25'", 'timestamp', 'timestamp'],
    ['timestamptz', "TIMESTAMPTZ '2024-01-31 00:04:29+02'", 'timestamp', 'timestamp'],
  ];
const select = `SELECT ${guessed.map(([name, sql]) => `${sql} AS ${name}`).join(', ')}`;

it.each([
  ['three rows', 3, 3],
  ['more rows than the sample holds', 10_000, null],
])('CSV, %s', async (_, count, rows) => {
  expect(await written('csv', `${select} FROM range(${count})`, 'FORMAT csv, HEADER')).toEqual({
    columns: guessed.map(([name, , type]) => ({ name, type })),
    nested: [],
    rows,
  });
});
it('CSV with quotes everywhere is read the same', async () => {
  const plain = await written('csv', select, 'FORMAT csv, HEADER');
  expect(await written('csv', select, 'FORMAT csv, HEADER, FORCE_QUOTE *')).toEqual(plain);
});
it.each([
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['vertical bars', '|'],
])('CSV with %s is refused by name', async (name, delimiter) => {
  for (const quotes of ['', ', FORCE_QUOTE *'])
    expect(await written('csv', select, `FORMAT csv, HEADER, DELIMITER '${delimiter}'${quotes}`)).toEqual({
      problem: `The header is divided by ${name}; only commas are read. Save the file with commas.`,
    });
});
it.each([
  ['three rows', 3, 3],
  ['more rows than the sample holds', 10_000, null],
])('JSON lines, %s', async (_, count, rows) => {
  const nested = "['402'] AS codes, {'city': 'Graz', 'geo': {'lat': 47.1}} AS address";
  const outcome = await written('jsonl', `${select}, ${nested} FROM range(${count})`, 'FORMAT json');
  expect(outcome).toEqual({
    columns: guessed.map(([name, , , type]) => ({ name, type })),
    nested: [
      { name: 'codes', fields: [] },
      { name: 'address', fields: ['address.city', 'address.geo.lat'] },
    ],
    rows,
  });
});
it('JSON as one list is refused', async () => {
  expect(await written('jsonl', 'SELECT 1 AS a', 'FORMAT json, ARRAY')).toEqual({
    problem: expect.stringContaining('Write one object on each line'),
  });
});
