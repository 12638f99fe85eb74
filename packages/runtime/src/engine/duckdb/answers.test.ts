import { afterAll, expect, it } from 'vitest';
import type { Answer, Dimension, EngineStatistic, Measurement, Scope, Span } from '../engine.js';
import { ask, everything, source, TemporaryTables } from '../testing/temporary-tables.js';
import { createDuckDbEngine } from './engine.js';

const tables = new TemporaryTables();
afterAll(() => tables.remove());

const us = (iso: string) => Date.parse(iso) * 1000;
const day = (date: string): Span => ({
  start: us(`${date}T00:00Z`),
  end: us(`${date}T00:00Z`) + 86_400_000_000,
});
const time = { column: 'at', format: null };

function statistics(answer: Answer | undefined): readonly [number, string, EngineStatistic][] {
  if (answer === undefined || 'problem' in answer) throw new Error(answer?.problem.message ?? 'No answer.');
  return answer.cells.map(({ span, group, statistic }) => [span, group.join(' × '), statistic]);
}

/** One small log that every test below asks something of. */
const log = () =>
  source(
    [
      tables.text(
        'log.csv',
        `at,id,x,sex,age,score,y,ya
2024-01-01 08:00:00,a,0.1,F,39,0.2,0,2024-02-01
2024-01-01 09:00:00,b,0.2,M,40,0.7,1,2024-02-01
2024-01-01 10:00:00,c,0.3,F,,0.7,0,2024-02-02
2024-01-02 08:00:00,d,,X,60,0.7,1,2024-02-02
2024-01-02 09:00:00,e,-9,F,80,0.9,,
2024-01-03 08:00:00,f,16.5,,12,0.1,0,2024-02-03
`,
      ),
    ],
    { x: 'number', sex: 'category', age: 'number', score: 'probability' },
    { time, id: 'id', label: { column: 'y', availableAt: 'ya' }, missingValues: { x: -9 } },
  );
const days = [day('2024-01-01'), day('2024-01-02'), day('2024-01-03'), day('2024-01-04')];
const inDays = (by: readonly Dimension[] = [], asOf: number | null = null): Scope =>
  everything('Visits', { spans: days, by, asOf });
const sex: Dimension = {
  name: 'sex',
  column: 'sex',
  kind: 'values',
  values: ['F', 'M'],
  others: true,
  missing: true,
};
const age: Dimension = {
  name: 'age',
  column: 'age',
  kind: 'bands',
  cuts: [40, 60, 80],
  labels: ['<40', '40-60', '60-80', '>=80'],
  missing: true,
};

async function answers(...measurements: Measurement[]): Promise<readonly Answer[]> {
  const { problems, answers: found } = await ask(createDuckDbEngine(), [log()], measurements);
  expect(problems).toEqual([]);
  return found;
}

it('counts rows per window, also where there are none', async () => {
  const [rows] = await answers({ kind: 'rows', scope: inDays() });
  expect(statistics(rows)).toEqual(
    [3, 2, 1, 0].map((count, span) => [span, '', { kind: 'rows', rows: count }]),
  );
});

it('describes the source', async () => {
  const { descriptions } = await ask(createDuckDbEngine(), [log()], []);
  expect(descriptions.get('Visits')).toMatchObject({
    rows: 6,
    firstTime: us('2024-01-01T08:00Z'),
    lastTime: us('2024-01-03T08:00Z'),
    lastLabelTime: us('2024-02-03T00:00Z'),
  });
});

it('sums exactly: 0.1 + 0.2 + 0.3 is 0.6, as math.fsum says, not 0.6000000000000001', async () => {
  const [moments] = await answers({ kind: 'moments', scope: inDays(), column: 'x' });
  expect(statistics(moments)[0]![2]).toMatchObject({
    count: 3,
    missing: 0,
    sum: 0.6,
    minimum: 0.1,
    maximum: 0.3,
  });
  // The declared missing value -9 counts as missing, like the empty field.
  expect(statistics(moments)[1]![2]).toMatchObject({ count: 0, missing: 2, sum: 0, minimum: null });
});

it('tests rows', async () => {
  const found = await answers(
    { kind: 'proportion', scope: everything(), test: { test: 'missing', column: 'x' } },
    {
      kind: 'proportion',
      scope: everything(),
      test: { test: 'outside', column: 'age', minimum: 20, maximum: 60 },
    },
    { kind: 'proportion', scope: everything(), test: { test: 'unseen', column: 'sex', values: ['F', 'M'] } },
    { kind: 'proportion', scope: everything(), test: { test: 'atLeast', column: 'score', threshold: 0.7 } },
  );
  expect(found.map((answer) => statistics(answer)[0]![2])).toEqual([
    { kind: 'proportion', events: 2, trials: 6 },
    { kind: 'proportion', events: 2, trials: 5 },
    { kind: 'proportion', events: 1, trials: 5 },
    { kind: 'proportion', events: 4, trials: 6 },
  ]);
});

it('keeps the ends of bins apart: right-closed holds the cut below, left-closed above', async () => {
  const histogram = (closed: 'right' | 'left'): Measurement => ({
    kind: 'histogram',
    scope: everything(),
    column: 'x',
    cuts: [0.1, 0.2],
    closed,
  });
  const found = await answers(histogram('right'), histogram('left'), {
    ...histogram('right'),
    cuts: [],
  } as Measurement);
  expect(found.map((answer) => statistics(answer)[0]![2])).toEqual([
    { kind: 'histogram', counts: [1, 1, 2], missing: 2 },
    { kind: 'histogram', counts: [0, 1, 3], missing: 2 },
    { kind: 'histogram', counts: [4], missing: 2 },
  ]);
});

it('gives each window its own cuts where they follow from the window before', async () => {
  const [found] = await answers({
    kind: 'histogram',
    scope: inDays(),
    column: 'age',
    cuts: { perSpan: [[39], [60], [5, 12], [1]] },
    closed: 'right',
  });
  expect(statistics(found).map(([, , statistic]) => statistic)).toMatchObject([
    { counts: [1, 1], missing: 1 },
    { counts: [1, 1], missing: 0 },
    { counts: [0, 1, 0], missing: 0 },
    { counts: [0, 0], missing: 0 },
  ]);
});

it('splits rows into the groups of the spec', async () => {
  const [bySex, byAge] = await answers(
    { kind: 'rows', scope: everything('Visits', { by: [sex] }) },
    { kind: 'rows', scope: everything('Visits', { by: [age] }) },
  );
  const counts = (answer: Answer | undefined) =>
    Object.fromEntries(
      statistics(answer).map(([, group, statistic]) => [group, 'rows' in statistic && statistic.rows]),
    );
  expect(counts(bySex)).toEqual({ F: 3, M: 1, '(other)': 1, '(missing)': 1 });
  expect(counts(byAge)).toEqual({ '<40': 2, '40-60': 1, '60-80': 1, '>=80': 1, '(missing)': 1 });
});

it('crosses groups, and leaves rows out that belong to none', async () => {
  const strict: Dimension = { ...sex, others: false, missing: false };
  const [found] = await answers({
    kind: 'rows',
    scope: everything('Visits', { by: [strict, { ...age, missing: false }] }),
  });
  const filled = statistics(found).filter(([, , statistic]) => 'rows' in statistic && statistic.rows > 0);
  expect(statistics(found)).toHaveLength(8);
  expect(filled.map(([, group]) => group)).toEqual(['F × <40', 'F × >=80', 'M × 40-60']);
});

it('counts categories as text', async () => {
  const [found, numbers] = await answers(
    { kind: 'categories', scope: everything(), column: 'sex' },
    { kind: 'categories', scope: everything(), column: 'x' },
  );
  expect(statistics(found)[0]![2]).toEqual({
    kind: 'categories',
    counts: new Map([
      ['F', 3],
      ['M', 1],
      ['X', 1],
    ]),
    missing: 1,
  });
  expect(statistics(numbers)[0]![2]).toMatchObject({
    counts: new Map([
      ['0.1', 1],
      ['0.2', 1],
      ['0.3', 1],
      ['16.5', 1],
    ]),
  });
});

it('counts outcomes per score, and hides what was not known at the as-of time', async () => {
  const [all, early] = await answers(
    { kind: 'scores', scope: everything(), score: 'score' },
    { kind: 'scores', scope: everything('Visits', { asOf: us('2024-02-01T00:00Z') }), score: 'score' },
  );
  expect(statistics(all)[0]![2]).toEqual({
    kind: 'scores',
    scores: Float64Array.of(0.1, 0.2, 0.7),
    positives: Float64Array.of(0, 0, 2),
    negatives: Float64Array.of(1, 1, 1),
    unlabelled: 1,
  });
  expect(statistics(early)[0]![2]).toEqual({
    kind: 'scores',
    scores: Float64Array.of(0.2, 0.7),
    positives: Float64Array.of(0, 1),
    negatives: Float64Array.of(1, 0),
    unlabelled: 4,
  });
});

it('does not see rows later than the as-of time', async () => {
  const [rows] = await answers({ kind: 'rows', scope: inDays([], us('2024-01-02T08:00Z')) });
  expect(statistics(rows).map(([, , statistic]) => 'rows' in statistic && statistic.rows)).toEqual([
    3, 1, 0, 0,
  ]);
});

it('sums sliding windows from panes as if each were counted alone', async () => {
  const spans = [0, 1, 2].map((step) => ({
    start: days[0]!.start + step * 43_200_000_000,
    end: days[1]!.end + step * 43_200_000_000,
  }));
  const ways: ((scope: Scope) => Measurement)[] = [
    (scope) => ({ kind: 'rows', scope }),
    (scope) => ({ kind: 'moments', scope, column: 'x' }),
    (scope) => ({ kind: 'categories', scope, column: 'sex' }),
    (scope) => ({ kind: 'scores', scope, score: 'score' }),
    (scope) => ({ kind: 'quantiles', scope, column: 'age', probabilities: [0.5] }),
    (scope) => ({ kind: 'histogram', scope, column: 'age', cuts: [40], closed: 'left' }),
  ];
  const scopes = [spans, ...spans.map((span) => [span])].map((some) => everything('Visits', { spans: some }));
  const found = await answers(...ways.flatMap((way) => scopes.map(way)));
  ways.forEach((_, index) => {
    const [together, ...alone] = found.slice(index * 4, index * 4 + 4).map(statistics);
    expect(together!.map(([, , statistic]) => statistic)).toEqual(alone.map((cells) => cells[0]![2]));
  });
});

it('interpolates quantiles as numpy does', async () => {
  const file = tables.text('quantiles.csv', 'x\n16.5\n4\n1\n8\n2\n');
  const probabilities = [0, 0.1, 0.25, 0.33, 0.5, 0.9, 1];
  const {
    answers: [found],
  } = await ask(
    createDuckDbEngine(),
    [source([file], { x: 'number' })],
    [{ kind: 'quantiles', scope: everything(), column: 'x', probabilities }],
  );
  // np.quantile([1, 2, 4, 8, 16.5], p): positions p·4 = 0, .4, 1, 1.32, 2, 3.6, 4 between neighbours;
  // 3.6 is nearer to its upper end: 16.5 − 8.5·(1 − 0.6) = 13.1.
  expect(statistics(found)[0]![2]).toEqual({
    kind: 'quantiles',
    values: [1, 1.4, 2, 2 + 2 * (0.33 * 4 - 1), 4, 16.5 - 8.5 * (1 - (0.9 * 4 - 3)), 16.5],
    count: 5,
  });
});

it('answers quantiles per window and group', async () => {
  const [found] = await answers({
    kind: 'quantiles',
    scope: inDays([{ ...sex, others: false, missing: false }]),
    column: 'score',
    probabilities: [0.5],
  });
  expect(statistics(found).slice(0, 3)).toEqual([
    [0, 'F', { kind: 'quantiles', values: [0.44999999999999996], count: 2 }],
    [0, 'M', { kind: 'quantiles', values: [0.7], count: 1 }],
    [1, 'F', { kind: 'quantiles', values: [0.9], count: 1 }],
  ]);
});

const instants: [title: string, cell: string, format: string | null, zone: string, expected: string][] = [
  ['ISO 8601 with Z', '2024-01-31T00:04:29Z', null, 'America/New_York', '2024-01-31T00:04:29Z'],
  ['a space and no offset', '2024-01-31 00:04:29', null, 'UTC', '2024-01-31T00:04:29Z'],
  ['a fraction and an offset', '2024-01-31 00:04:29.5+02:30', null, 'UTC', '2024-01-30T21:34:29.5Z'],
  ['a negative offset without colon', '2024-01-31T00:04:29-0500', null, 'UTC', '2024-01-31T05:04:29Z'],
  ['a date alone, in the zone', '2024-01-31', null, 'America/New_York', '2024-01-31T05:00:00Z'],
  ['a declared format', '31/01/2024 00:04', '%d/%m/%Y %H:%M', 'UTC', '2024-01-31T00:04:00Z'],
  [
    'a declared format in the zone',
    '31/01/2024 00:04',
    '%d/%m/%Y %H:%M',
    'Europe/Berlin',
    '2024-01-30T23:04:00Z',
  ],
  [
    'a declared format with offset',
    '31/01/2024 00:04 +0200',
    '%d/%m/%Y %H:%M %z',
    'America/New_York',
    '2024-01-30T22:04:00Z',
  ],
  ['summer time', '2024-07-01 12:00:00', null, 'America/New_York', '2024-07-01T16:00:00Z'],
  [
    'an hour that daylight saving skips',
    '2024-03-10 02:30:00',
    null,
    'America/New_York',
    '2024-03-10T07:30:00Z',
  ],
  ['an hour that occurs twice', '2024-11-03 01:30:00', null, 'America/New_York', '2024-11-03T06:30:00Z'],
];
it.each(instants)('reads a time written as %s', async (_, cell, format, timezone, expected) => {
  const files = [
    tables.text('time.csv', `at\n${cell}\n`),
    tables.text('time.jsonl', `{"at": "${cell}"}\n`),
    await tables.select('time.parquet', `SELECT '${cell}' AS "at"`),
  ];
  const sources = files.map((file) => ({
    ...source([file], {}, { time: { column: 'at', format }, timezone }),
    name: file,
  }));
  const { problems, descriptions } = await ask(createDuckDbEngine(), sources, []);
  expect(problems).toEqual([]);
  expect(files.map((file) => descriptions.get(file)?.firstTime)).toEqual(files.map(() => us(expected)));
});

it('places rows into local days of 23 and 25 hours', async () => {
  // One row an hour, as wall-clock instants in UTC; New York's 10 March 2024 has 23 hours, 3 November 25.
  const file = await tables.select(
    'hours.parquet',
    `SELECT unnest(generate_series(TIMESTAMPTZ '2024-03-09 00:00:00+00', TIMESTAMPTZ '2024-11-05 00:00:00+00', INTERVAL 1 HOUR)) AS at`,
  );
  const local = (start: string, end: string): Span => ({ start: us(start), end: us(end) });
  const spans = [
    local('2024-03-10T00:00-05:00', '2024-03-11T00:00-04:00'),
    local('2024-11-03T00:00-04:00', '2024-11-04T00:00-05:00'),
  ];
  const {
    answers: [found],
  } = await ask(
    createDuckDbEngine(),
    [source([file], {}, { time, timezone: 'America/New_York' })],
    [{ kind: 'rows', scope: everything('Visits', { spans }) }],
  );
  expect(statistics(found).map(([, , statistic]) => statistic)).toMatchObject([{ rows: 23 }, { rows: 25 }]);
});

it('keeps only the rows of its own version', async () => {
  const file = tables.text('versions.csv', 'v,id,x\n1.0,a,1\n2.0,a,5\n1.0,b,2\n');
  const version = { column: 'v', keep: ['1.0'], known: ['1.0', '2.0'] };
  const {
    problems,
    answers: [found],
  } = await ask(
    createDuckDbEngine(),
    [source([file], { x: 'number' }, { id: 'id', version })],
    [{ kind: 'moments', scope: everything(), column: 'x' }],
  );
  expect(problems).toEqual([]);
  expect(statistics(found)[0]![2]).toMatchObject({ count: 2, sum: 3 });
});

it('refuses a file whose name is a pattern, rather than reading the files it matches', async () => {
  const strange = tables.text('a[1].csv', 'x\n1\n');
  tables.text('a1.csv', 'x\n2\n');
  const { problems } = await ask(createDuckDbEngine(), [source([strange], { x: 'number' })], []);
  expect(problems).toMatchObject([{ code: 'VGR0005', message: expect.stringContaining("'a[1].csv'") }]);
});
