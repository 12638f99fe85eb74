import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import type { Measurement, TableSource } from '../engine.js';
import { ask, everything, source, TemporaryTables } from '../testing/temporary-tables.js';
import { createDuckDbEngine } from './engine.js';

const tables = new TemporaryTables();
afterAll(() => tables.remove());

/** Stands in cells, ids, times and versions; no message may hold it. */
const CANARY = 'MRN-0042 Jane Roe';
const time = { column: 'at', format: null };

interface Row {
  readonly title: string;
  readonly source: () => Promise<TableSource> | TableSource;
  readonly code: string;
  readonly says: RegExp;
  /** What a measurement of the column `x` then answers. */
  readonly spoilt: boolean;
}
const csv = (name: string, lines: readonly string[]) => tables.text(`${name}.csv`, `${lines.join('\n')}\n`);
const rows: Row[] = [
  {
    title: 'a missing column',
    source: () => source([csv('missing', ['x,race', '1,a'])], { x: 'number', rase: 'category' }),
    code: 'VGR0014',
    says: /no column 'rase'; did you mean 'race'\? Columns found: 'x', 'race'/,
    spoilt: false,
  },
  {
    title: 'text where numbers are declared',
    source: () => source([csv('text', ['x', '1', CANARY, 'abc'])], { x: 'number' }),
    code: 'VGR0015',
    says: /column 'x' is declared number, but 2 rows hold/,
    spoilt: true,
  },
  {
    title: 'fractions where whole numbers are declared',
    source: () => source([csv('whole', ['x', '1', '1.5'])], { x: 'integer' }),
    code: 'VGR0015',
    says: /declared integer, but 1 row holds/,
    spoilt: true,
  },
  {
    title: 'text in a Parquet number',
    source: async () =>
      source([await tables.select('text.parquet', `SELECT '${CANARY}' AS x`)], { x: 'number' }),
    code: 'VGR0015',
    says: /1 row holds/,
    spoilt: true,
  },
  {
    title: 'an empty file',
    source: () => source([tables.text('empty.csv', '')], { x: 'number' }),
    code: 'VGR0003',
    says: /'empty.csv' is empty/,
    spoilt: true,
  },
  {
    title: 'an empty Parquet file',
    source: () => source([tables.text('empty.parquet', '')], { x: 'number' }),
    code: 'VGR0003',
    says: /is empty/,
    spoilt: true,
  },
  {
    title: 'a file that is not there',
    source: () => source([`${tables.folder}/gone.csv`], { x: 'number' }),
    code: 'VGR0001',
    says: /'gone.csv' does not exist/,
    spoilt: true,
  },
  {
    title: 'a folder',
    source: () => source([tables.folder], { x: 'number' }),
    code: 'VGR0004',
    says: /not a regular file/,
    spoilt: true,
  },
  {
    title: 'NaN',
    source: async () =>
      source(
        [await tables.select('nan.parquet', "SELECT unnest([1.0, 'nan'::DOUBLE, 'nan'::DOUBLE]) AS x")],
        { x: 'number' },
      ),
    code: 'VGR0016',
    says: /'x' holds NaN or Infinity in 2 rows/,
    spoilt: true,
  },
  {
    title: 'minus Infinity',
    source: async () =>
      source([await tables.select('inf.parquet', "SELECT unnest([1.0, '-inf'::DOUBLE]) AS x")], {
        x: 'number',
      }),
    code: 'VGR0016',
    says: /in 1 row/,
    spoilt: true,
  },
  {
    title: 'NaN written as text',
    source: () => source([csv('nan', ['x', '1', 'NaN'])], { x: 'number' }),
    code: 'VGR0016',
    says: /in 1 row/,
    spoilt: true,
  },
  {
    title: 'a score outside 0–1',
    source: () => source([csv('score', ['x', '0.5', '1.01', '-0.1'])], { x: 'probability' }),
    code: 'VGR0017',
    says: /between 0 and 1, but does not in 2 rows/,
    spoilt: true,
  },
  {
    title: 'repeated ids',
    source: () =>
      source([csv('ids', ['id,x', `${CANARY},1`, `${CANARY},2`, 'b,3'])], { x: 'number' }, { id: 'id' }),
    code: 'VGR0020',
    says: /'id' must be unique, but 1 value occurs/,
    spoilt: true,
  },
  {
    title: 'times no one can read',
    source: () =>
      source([csv('time', ['at,x', '31/01/2024 10:00,1', `${CANARY},2`])], { x: 'number' }, { time }),
    code: 'VGR0018',
    says: /'at' holds no readable time in 2 rows.*timeFormat: "%d/,
    spoilt: true,
  },
  {
    title: 'a row without a time',
    source: () => source([csv('notime', ['at,x', '2024-01-01,1', ',2'])], { x: 'number' }, { time }),
    code: 'VGR0019',
    says: /'at' is empty in 1 row/,
    spoilt: true,
  },
  {
    title: 'an impossible date',
    source: () => source([csv('feb', ['at,x', '2024-02-30,1'])], { x: 'number' }, { time }),
    code: 'VGR0018',
    says: /in 1 row/,
    spoilt: true,
  },
  {
    title: 'a truncated Parquet file',
    source: async () =>
      source(
        [
          tables.text(
            'cut.parquet',
            readFileSync(await tables.select('whole.parquet', 'SELECT range AS x FROM range(1000)')).subarray(
              0,
              900,
            ),
          ),
        ],
        { x: 'number' },
      ),
    code: 'VGR0008',
    says: /'cut.parquet' is not a complete Parquet file \(truncated\?\)/,
    spoilt: true,
  },
  {
    title: 'a Parquet file with a broken footer',
    source: async () => {
      const bytes = readFileSync(await tables.select('footer.parquet', 'SELECT range AS x FROM range(1000)'));
      bytes.fill(0xff, bytes.length - 200, bytes.length - 8);
      return source([tables.text('broken.parquet', bytes)], { x: 'number' });
    },
    code: 'VGR0009',
    says: /'broken.parquet' could not be read as Parquet/,
    spoilt: true,
  },
  {
    title: 'a wrong digest',
    source: () => source([csv('digest', ['x', '1'])], { x: 'number' }, { sha256: 'a'.repeat(64) }),
    code: 'VGR0006',
    says: new RegExp(createHash('sha256').update('x\n1\n').digest('hex')),
    spoilt: true,
  },
  {
    title: 'an unknown version',
    source: () =>
      source(
        [csv('version', ['v,x', '1.0,1', `${CANARY},2`])],
        { x: 'number' },
        { version: { column: 'v', keep: ['1.0'], known: ['1.0', '2.0'] } },
      ),
    code: 'VGR0022',
    says: /in 1 row; declared: '1.0', '2.0'/,
    spoilt: false,
  },
  {
    title: 'labels that are no labels',
    source: () =>
      source(
        [csv('label', ['x,y', '1,0', '1,2'])],
        { x: 'number' },
        { label: { column: 'y', availableAt: null } },
      ),
    code: 'VGR0023',
    says: /'y' must hold 0, 1.*in 1 row/,
    spoilt: false,
  },
  {
    title: 'a CSV row with too many fields',
    source: () => source([csv('ragged', ['x,z', '1,a', `2,${CANARY},surplus`])], { x: 'number' }),
    code: 'VGR0010',
    says: /'ragged.csv' line 3 is not well-formed CSV/,
    spoilt: true,
  },
  {
    title: 'an open quote',
    source: () => source([csv('quote', ['x,z', `1,"${CANARY}`])], { x: 'number' }),
    code: 'VGR0010',
    says: /is not well-formed CSV/,
    spoilt: true,
  },
  {
    title: 'a header with one name twice',
    source: () => source([csv('twice', ['x,X', '1,2'])], { x: 'number' }),
    code: 'VGR0011',
    says: /two columns have the same name/,
    spoilt: true,
  },
  {
    title: 'a CSV file that is not UTF-8',
    source: () =>
      source([tables.text('latin1.csv', Buffer.from('x,z\n1,caf\xe9\n', 'latin1'))], {
        x: 'number',
        z: 'category',
      }),
    code: 'VGR0013',
    says: /is not UTF-8/,
    spoilt: true,
  },
  {
    title: 'broken JSON',
    source: () => source([tables.text('broken.jsonl', `{"x": 1}\n{"x": "${CANARY}\n`)], { x: 'number' }),
    code: 'VGR0012',
    says: /'broken.jsonl'.* is not JSON Lines/,
    spoilt: true,
  },
  {
    title: 'nested values',
    source: async () =>
      source([await tables.select('nested.parquet', `SELECT ['${CANARY}'] AS x`)], { x: 'category' }),
    code: 'VGR0025',
    says: /nested or binary/,
    spoilt: true,
  },
  {
    title: 'too many columns',
    source: () =>
      source([csv('wide', [Array.from({ length: 2001 }, (_, index) => `c${index}`).join(',')])], {
        c0: 'number',
      }),
    code: 'VGR0024',
    says: /2001 columns, more than the 2000/,
    spoilt: true,
  },
  {
    title: 'repeated outcomes',
    source: () =>
      source(
        [csv('log', ['id,x', 'a,1'])],
        { x: 'number' },
        {
          outcomes: {
            format: 'csv',
            files: [csv('outcomes', ['id,y', `${CANARY},1`, `${CANARY},0`])],
            by: 'id',
          },
        },
      ),
    code: 'VGR0021',
    says: /one row per 'id', but 1 value occurs/,
    spoilt: true,
  },
  {
    title: 'a name that cannot be used',
    source: () => source([csv('name', ['x', '1'])], { 'a\0b': 'number' }),
    code: 'VGR0028',
    says: /a column name in the spec cannot be used/,
    spoilt: true,
  },
];

it.each(rows)('tells of $title', async (row) => {
  const opened = await row.source();
  const about: Measurement = {
    kind: 'proportion',
    scope: everything(),
    test: { test: 'missing', column: 'x' },
  };
  const { problems, answers } = await ask(createDuckDbEngine(), [opened], [about]);
  expect(problems.map(({ code }) => code)).toEqual([row.code]);
  expect(problems[0]!.message).toMatch(row.says);
  expect('problem' in answers[0]!).toBe(row.spoilt);
  expect(JSON.stringify([problems, answers])).not.toContain('0042');
  expect(JSON.stringify([problems, answers])).not.toContain(tables.folder);
});

it('takes an all-NULL column and a table without rows for what they are: nothing', async () => {
  const empty = source([csv('nothing', ['x,z', ',', ','])], { x: 'number', z: 'category' });
  const header = { ...source([csv('header', ['x'])], { x: 'number' }), name: 'Header' };
  const { problems, answers } = await ask(
    createDuckDbEngine(),
    [empty, header],
    [
      { kind: 'moments', scope: everything(), column: 'x' },
      { kind: 'quantiles', scope: everything(), column: 'x', probabilities: [0.5] },
      { kind: 'categories', scope: everything(), column: 'z' },
      { kind: 'histogram', scope: everything('Header'), column: 'x', cuts: [1], closed: 'right' },
      { kind: 'distributions', scope: everything(), column: 'x', reference: everything('Header') },
    ],
  );
  expect(problems).toEqual([]);
  const statistics = answers.map((answer) => ('cells' in answer ? answer.cells[0]!.statistic : answer));
  expect(statistics).toMatchObject([
    { count: 0, missing: 2, sum: 0, minimum: null, maximum: null },
    { values: null, count: 0 },
    { counts: new Map(), missing: 2 },
    { counts: [0, 0], missing: 0 },
    { nReference: 0, nCurrent: 0 },
  ]);
});

it('says so when the engine dies while a source is read', async () => {
  const engine = createDuckDbEngine();
  await engine.open([source([csv('fine', ['x', '1'])], { x: 'number' })]);
  process.kill(engine.processId!, 'SIGKILL');
  const [answer] = await engine.run([{ kind: 'moments', scope: everything(), column: 'x' }]);
  expect(answer).toMatchObject({
    problem: { code: 'VGR0031', source: 'Visits', message: expect.stringContaining('stopped unexpectedly') },
  });
  await engine.close();
});

it('says so when a file changes between opening and answering', async () => {
  const file = csv('moving', ['x', '1']);
  const engine = createDuckDbEngine();
  await engine.open([source([file], { x: 'number' })]);
  tables.text('moving.csv', 'x\n1\n2\n');
  const [answer] = await engine.run([{ kind: 'moments', scope: everything(), column: 'x' }]);
  expect(answer).toMatchObject({ problem: { code: 'VGR0030' } });
  await engine.close();
});
