import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeDataFiles } from '../node-bytes.js';
import { readColumns } from '../read-columns.js';

let folder = '';
let run: (sql: string) => Promise<unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'periods-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  run = (sql) => connection.run(sql);
});
afterAll(() => rm(folder, { recursive: true }));

async function periodsOf(select: string, options = ''): Promise<Record<string, readonly string[]>> {
  const path = join(folder, 'times.parquet');
  await run(`COPY (${select}) TO '${path}' (FORMAT parquet${options})`);
  const found = await nodeDataFiles.use(path, (bytes) => readColumns(bytes, 'parquet'));
  if ('problem' in found) throw new Error(found.problem);
  return Object.fromEntries(
    [...(found.periods ?? [])].map(([name, { from, to }]) => [
      name,
      [new Date(from).toISOString(), new Date(to).toISOString()],
    ]),
  );
}

/** 5000 hours from 31 January 2024, 23:30, on; DuckDB's smallest row group holds 2048 rows. */
const hours =
  "SELECT TIMESTAMP '2024-01-31 23:30:00' + to_hours(i::INTEGER) AS t, i FROM range(5000) AS r(i)";
const both = ['2024-01-31T23:30:00.000Z', '2024-08-27T06:30:00.000Z'];

it.each([
  't',
  't::TIMESTAMP_MS',
  't::TIMESTAMP_NS',
  't::TIMESTAMPTZ',
])('%s, over row groups', async (type) => {
  await run("SET TimeZone = 'UTC'");
  expect(await periodsOf(`SELECT ${type} AS seen_at FROM (${hours})`, ', ROW_GROUP_SIZE 2048')).toEqual({
    seen_at: both,
  });
});

it('dates are the starts of their days, also before 1970', async () => {
  expect(await periodsOf("SELECT DATE '1969-12-30' + i::INTEGER AS day FROM range(40) AS r(i)")).toEqual({
    day: ['1969-12-30T00:00:00.000Z', '1970-02-07T00:00:00.000Z'],
  });
});

it('missing values do not count, nor row groups that hold nothing else', async () => {
  const select = `SELECT CASE WHEN i >= 3000 THEN t END AS seen_at FROM (${hours})`;
  expect(await periodsOf(select, ', ROW_GROUP_SIZE 2048')).toEqual({
    seen_at: ['2024-06-04T23:30:00.000Z', both[1]],
  });
});

it('of numbers, texts and nested times nothing is known', async () => {
  const select = `SELECT i, i::VARCHAR AS text, {'t': t} AS inner, [t] AS list, t FROM (${hours})`;
  expect(await periodsOf(select)).toEqual({ t: both });
});
