import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dimension, Measurement, Span, TableSource } from '../engine.js';
import { speltOut } from '../testing/spelt-out.js';
import { ask, everything, source, TemporaryTables } from '../testing/temporary-tables.js';
import { createDuckDbEngine } from './engine.js';

/**
 * The same rows give the same bits, from every format, in any order, over any number of files, wide or
 * joined. Values span twenty orders of magnitude and hold both zeros, so that any plain sum of doubles
 * or any first-come choice between 0 and -0 would show.
 */
const tables = new TemporaryTables();
afterAll(() => tables.remove());

const ROWS = 4000;
const columns = `
  'p' || i AS id,
  TIMESTAMPTZ '2024-01-01 00:00:00+00' + to_minutes(i * 43) AS at,
  CASE WHEN i % 17 = 0 THEN NULL WHEN i % 13 = 0 THEN -0.0::DOUBLE WHEN i % 11 = 0 THEN 0.0::DOUBLE
       ELSE sin(i) * pow(10, i % 20 - 10) END AS x,
  (i * 7919) % 23 AS k,
  CASE WHEN i % 29 = 0 THEN NULL ELSE chr((65 + (i * 31) % 7)::INTEGER) END AS ward,
  i % 3 = 0 AS urgent,
  round(0.5 + 0.499 * sin(i * 1.7), 3) AS score`;
const outcome = `
  CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 37) % 5 // 4 END AS y,
  CASE WHEN i % 7 = 0 THEN NULL ELSE TIMESTAMPTZ '2024-02-01 00:00:00+00' + to_minutes(i * 43) END AS ya`;
const wide = `SELECT ${columns}, ${outcome} FROM range(${ROWS}) t(i)`;
const shuffled = `${wide} ORDER BY hash(i)`;
const predictions = `SELECT ${columns} FROM range(${ROWS}) t(i) ORDER BY hash(i + 1)`;
const outcomes = `SELECT 'p' || i AS id, ${outcome} FROM range(${ROWS}) t(i) WHERE i % 7 <> 0 ORDER BY hash(i + 2)`;

const spans: Span[] = Array.from({ length: 4 }, (_, month) => ({
  start: Date.UTC(2024, month, 1) * 1000,
  end: Date.UTC(2024, month + 1, 1) * 1000,
}));
const scope = everything('Visits', { spans });
const ward: Dimension = {
  name: 'ward',
  column: 'ward',
  kind: 'values',
  values: ['A', 'B', 'C'],
  others: true,
  missing: true,
};
const measurements: Measurement[] = [
  { kind: 'rows', scope },
  { kind: 'moments', scope, column: 'x' },
  { kind: 'moments', scope: { ...scope, by: [ward] }, column: 'x' },
  { kind: 'moments', scope, column: 'k' },
  { kind: 'histogram', scope, column: 'x', cuts: [-1, 0, 1e-5, 1], closed: 'right' },
  { kind: 'quantiles', scope, column: 'x', probabilities: [0.1, 0.5, 0.77] },
  { kind: 'distributions', scope, column: 'x', reference: everything() },
  { kind: 'distributions', scope, column: 'k', reference: 'previous' },
  { kind: 'categories', scope, column: 'ward' },
  { kind: 'categories', scope, column: 'urgent' },
  { kind: 'categories', scope, column: 'k' },
  { kind: 'scores', scope: { ...scope, by: [ward], asOf: Date.UTC(2024, 3, 1) * 1000 }, score: 'score' },
  { kind: 'proportion', scope, test: { test: 'outside', column: 'x', minimum: -1, maximum: 1 } },
];

async function answersOf(files: readonly string[], joined?: TableSource['outcomes']): Promise<string> {
  const opened = source(
    files,
    { x: 'number', k: 'integer', ward: 'category', urgent: 'boolean', score: 'probability' },
    {
      id: 'id',
      time: { column: 'at', format: null },
      label: { column: 'y', availableAt: 'ya' },
      outcomes: joined ?? null,
    },
  );
  const found = await ask(createDuckDbEngine(), [opened], measurements);
  expect(found.problems).toEqual([]);
  expect(found.answers.filter((answer) => 'problem' in answer)).toEqual([]);
  const sample: unknown[] = [];
  const engine = createDuckDbEngine();
  await engine.open([opened]);
  for await (const batch of engine.features({
    source: 'Visits',
    columns: ['x', 'k'],
    score: 'score',
    version: null,
    span: null,
    sample: 100,
  }))
    sample.push(batch);
  await engine.close();
  return speltOut([[...found.descriptions], found.answers, sample]);
}

let expected = '';
beforeAll(async () => {
  expected = await answersOf([await tables.select('wide.parquet', wide)]);
});

const third = (part: number) => `SELECT * FROM (${shuffled}) WHERE hash(id) % 3 = ${part}`;
const variants: [string, () => Promise<string>][] = [
  ['Parquet in another order', async () => answersOf([await tables.select('shuffled.parquet', shuffled)])],
  [
    'Parquet in three files',
    async () =>
      answersOf(
        await Promise.all([0, 1, 2].map((part) => tables.select(`part${part}.parquet`, third(part)))),
      ),
  ],
  ['CSV', async () => answersOf([await tables.select('wide.csv', wide)])],
  [
    'CSV in three files, in another order',
    async () =>
      answersOf(await Promise.all([2, 0, 1].map((part) => tables.select(`part${part}.csv`, third(part))))),
  ],
  ['JSON Lines in another order', async () => answersOf([await tables.select('shuffled.jsonl', shuffled)])],
  [
    'Parquet, joined',
    async () =>
      answersOf([await tables.select('log.parquet', predictions)], {
        format: 'parquet',
        files: [await tables.select('outcomes.parquet', outcomes)],
        by: 'id',
      }),
  ],
  [
    'CSV joined with JSON Lines',
    async () =>
      answersOf([await tables.select('log.csv', predictions)], {
        format: 'jsonl',
        files: [await tables.select('outcomes.jsonl', outcomes)],
        by: 'id',
      }),
  ],
];
it.each(variants)('gives the same bits from %s', async (_, answers) => {
  expect(await answers()).toBe(expected);
});

it('holds every value and something of each kind', () => {
  expect(expected.length).toBeGreaterThan(20_000);
  expect(expected).not.toContain('number -0');
});
