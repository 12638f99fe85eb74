import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer, Measurement } from '../engine.js';
import { value } from '../testing/metric-value.js';
import { speltOut } from '../testing/spelt-out.js';
import { ask, everything, source, TemporaryTables } from '../testing/temporary-tables.js';
import { createDuckDbEngine } from './engine.js';

/** Tables too large to be read value by value: counted on a grid, then refined where it matters. */
const tables = new TemporaryTables();
afterAll(() => tables.remove());

const N = 130_000;
/** A hash-based uniform number in (0, 1), the same everywhere. */
const uniform = (seed: number) => `((hash(i * 31 + ${seed}) % 1000003 + 0.5) / 1000003.0)`;
const columns = (shift: number, seed: number) => `
  ${uniform(seed)} + ${shift} AS plain,
  -ln(${uniform(seed + 1)}) * ${1 + shift} AS skewed,
  floor(${uniform(seed + 2)} * 12 + ${shift} * 20) AS discrete,
  CASE WHEN ${uniform(seed + 3)} < 0.7 THEN 0 ELSE ${uniform(seed + 4)} * (1 + ${shift}) END AS zeros,
  CASE WHEN i = 77 THEN 1e12 ELSE ${uniform(seed + 5)} END AS outlier`;
const names = ['plain', 'skewed', 'discrete', 'zeros', 'outlier'] as const;
const table = (shift: number, seed: number) =>
  `SELECT TIMESTAMPTZ '2024-01-01 00:00:00+00' + to_minutes(i % 2 * 60) AS at, ${columns(shift, seed)} FROM range(${N}) t(i)`;
const hour = (start: number) => ({
  start: Date.UTC(2024, 0, 1, start) * 1000,
  end: Date.UTC(2024, 0, 1, start + 1) * 1000,
});
const spans = [hour(0), hour(1), { start: hour(0).start, end: hour(1).end }];
const types = Object.fromEntries(names.map((name) => [name, 'number' as const]));
const time = { column: 'at', format: null };

let reference: string;
let current: string;
let answers: readonly Answer[];
const measurements: Measurement[] = names.map((column) => ({
  kind: 'distributions',
  scope: everything('Now', { spans }),
  column,
  reference: everything('Before'),
}));
const run = (now: string) =>
  ask(
    createDuckDbEngine(),
    [
      { ...source([reference], types), name: 'Before' },
      { ...source([now], types, { time }), name: 'Now' },
    ],
    measurements,
  );
beforeAll(async () => {
  reference = await tables.select('reference.parquet', table(0, 100));
  current = await tables.select('current.parquet', table(0.01, 200));
  answers = (await run(current)).answers;
});

/** Every value of a column, straight from the file, sorted. */
async function values(file: string, column: string, minute: number | null): Promise<Float64Array> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const filter = minute === null ? '' : ` WHERE date_part('hour', "at" AT TIME ZONE 'UTC') = ${minute}`;
  const read = await connection.runAndReadAll(`SELECT ${column}::DOUBLE FROM '${file}'${filter}`);
  return Float64Array.from(read.getColumns()[0]!.map(Number)).sort();
}

/** D and W1 by walking both sorted samples, as scipy does. */
function naive(a: Float64Array, b: Float64Array): { ks: number; wasserstein: number } {
  let [i, j, ks, wasserstein, previous] = [0, 0, 0, 0, Math.min(a[0]!, b[0]!)];
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    wasserstein += Math.abs(i / a.length - j / b.length) * (value - previous);
    while (a[i] === value) i += 1;
    while (b[j] === value) j += 1;
    ks = Math.max(ks, Math.abs(i / a.length - j / b.length));
    previous = value;
  }
  return { ks, wasserstein };
}

it.each(names)('finds KS and Wasserstein of %s exactly', async (column) => {
  const answer = answers[names.indexOf(column)]!;
  if ('problem' in answer) throw new Error(answer.problem.message);
  const before = await values(reference, column, null);
  for (const { span, statistic } of answer.cells) {
    if (statistic.kind !== 'distributions') throw new Error('Asked for distributions.');
    const now = await values(current, column, [0, 1, null][span]!);
    const { ks, wasserstein } = naive(before, now);
    expect([statistic.nReference, statistic.nCurrent]).toEqual([before.length, now.length]);
    expect(statistic.segments.length).toBeGreaterThan(1);
    expect(Math.abs(value('ks', statistic) / ks - 1)).toBeLessThan(1e-12);
    expect(Math.abs(value('wasserstein', statistic) / wasserstein - 1)).toBeLessThan(1e-9);
    const quartile = (p: number) => before[Math.floor(p * (before.length - 1))]!;
    expect(statistic.referenceQuartiles![0]).toBeCloseTo(quartile(0.25), 3);
  }
});

it('reads few values again: most segments are known by count and sum alone', () => {
  const [plain] = answers;
  if (plain === undefined || 'problem' in plain) throw new Error('No answer.');
  const { statistic } = plain.cells[0]!;
  if (statistic.kind !== 'distributions') throw new Error('Asked for distributions.');
  const known = statistic.segments.filter(({ values: exact }) => exact !== undefined).length;
  expect(known / statistic.segments.length).toBeLessThan(0.5);
});

it('gives the same bits in another order of rows', async () => {
  const shuffled = await tables.select(
    'shuffled.parquet',
    `SELECT * FROM (${table(0.01, 200)}) ORDER BY hash(plain)`,
  );
  expect(speltOut((await run(shuffled)).answers)).toBe(speltOut(answers));
});
