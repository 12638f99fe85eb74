import type { Monitor, Protocol } from '@vigil/language';
import { describe, expect, it } from 'vitest';
import { FakeEngine, type FakeEngineOptions, type FakeRow } from '../test/fake-engine.js';
import { check, compilation, limit, monitor, protocol, risk, visits } from '../test/protocol.js';
import type { Rescore } from './models/rescore-contract.js';
import type { Report, ReportResult } from './report/report.js';
import { runProtocol } from './run.js';

interface Setting extends Partial<FakeEngineOptions> {
  readonly monitors: readonly Monitor[];
  readonly own?: Partial<Protocol>;
  readonly asOf?: string;
  readonly data?: ReadonlyMap<string, string>;
  readonly rescore?: Rescore;
  readonly noFile?: string;
}

async function run(setting: Setting): Promise<Report> {
  const engine = new FakeEngine({ tables: {}, ...setting });
  return runProtocol({
    compilation: compilation(protocol(setting.monitors, setting.own)),
    engine,
    rescore: setting.rescore,
    baseDirectory: '/spec',
    data: setting.data,
    findFiles: async (root, pattern, source) =>
      pattern === setting.noFile
        ? { problem: { code: 'VGR0002', source, column: null, message: `'${source}': no file.`, rows: null } }
        : { files: [`${root}/${pattern}`] },
    asOf: setting.asOf === undefined ? null : Date.parse(setting.asOf) * 1000,
    toolVersion: '0.1.0',
  });
}

const line = ({ window, group, value, n, verdict }: ReportResult) =>
  `${window?.label ?? '–'} ${group === null ? 'all' : Object.values(group).join('/')} ${value} n=${n} ${verdict}`;
const lines = (report: Report) => report.results.map(line);

/** `count` rows on one day, made from the row's number. */
function rows(at: string, count: number, row: (index: number) => Omit<FakeRow, 'at'>): readonly FakeRow[] {
  return Array.from({ length: count }, (_, index) => ({ at, ...row(index) }));
}

describe('windows', () => {
  const visitsTable = [
    ...rows('2024-01-10T00:00:00Z', 4, () => ({})),
    ...rows('2024-03-20T00:00:00Z', 2, () => ({})),
  ];
  const volume = monitor('Feed', [check('volume', {}, 'fail < 3')]);

  it('run from the first row to the last, the silent month between them included', async () => {
    expect(lines(await run({ monitors: [volume], tables: { Visits: visitsTable } }))).toEqual([
      '2024-01 all 4 n=4 pass',
      '2024-02 all 0 n=0 fail',
      '2024-03 all 2 n=2 fail',
    ]);
  });

  it('run to the as-of time when it is named; the window it lies in is open', async () => {
    const report = await run({
      monitors: [volume],
      tables: { Visits: visitsTable },
      asOf: '2024-04-10T12:00:00Z',
    });
    expect(report.asOf).toBe('2024-04-10T12:00:00Z');
    expect(lines(report).slice(2)).toEqual(['2024-03 all 2 n=2 fail', '2024-04 all 0 n=0 insufficient']);
    expect(report.results[3]!.reason).toBe(
      '0 rows were logged; n=0. Not judged yet: the window is still open.',
    );
  });

  it('rows after the as-of time are not seen', async () => {
    const report = await run({
      monitors: [volume],
      tables: { Visits: visitsTable },
      asOf: '2024-02-29T00:00:00Z',
    });
    expect(lines(report)).toEqual(['2024-01 all 4 n=4 pass', '2024-02 all 0 n=0 insufficient']);
  });

  it('an empty window is insufficient for everything but volume', async () => {
    const monitors = [monitor('Age', [check('missing', { of: ['age'] }, 'fail > 0.5')])];
    const table = visitsTable.map((row) => ({ ...row, age: 50 }));
    const report = await run({ monitors, tables: { Visits: table } });
    expect(lines(report)[1]).toBe('2024-02 all null n=0 insufficient');
    expect(report.results[1]!.reason).toBe('Not enough data to judge: there is no row.');
  });

  it('a log without a row gives one result without a window, never a pass', async () => {
    const report = await run({ monitors: [volume], tables: { Visits: [] } });
    expect(lines(report)).toEqual(['– all null n=0 insufficient']);
    expect(report.asOf).toBeNull();
  });
});

describe('labels', () => {
  // 2 of 4 patients with the outcome are flagged at 0.5 in each month.
  const cohort = (at: string, labelAt: string) =>
    rows(at, 40, (index) => ({ score: index % 4 < 2 ? 0.9 : 0.1, label: index % 2, labelAt }));
  const table = [
    ...cohort('2024-01-10T00:00:00Z', '2024-02-09T00:00:00Z'),
    ...cohort('2024-02-10T00:00:00Z', '2024-03-11T00:00:00Z'),
  ];
  const performance = monitor('Performance', [check('sensitivity', {}, 'fail < 0.6')], {
    labelsMatureAfter: { count: 30, unit: 'day' },
  });
  const own = { logs: [{ ...visits, label: { column: 'label', availableAt: 'labelAt' } }] };

  it('a window is judged once its last label is mature', async () => {
    // January is mature on 2024-03-02 (31 January and 30 days).
    const report = await run({
      monitors: [performance],
      own,
      tables: { Visits: table },
      asOf: '2024-03-02T00:00:00Z',
    });
    expect(lines(report).slice(0, 2)).toEqual([
      '2024-01 all 0.5 n=20 fail',
      '2024-02 all null n=0 insufficient',
    ]);
    // February is over; its last row is of the 10th, whose outcome is known 30 days later (19 in February, 11 in March).
    expect(report.results[1]!.reason).toBe(
      'Not enough data to judge: no row has a mature label. Not judged yet: the outcomes of this window are mature on 2024-03-11; so far 0% of the rows count.',
    );
  });

  it('a minute earlier it is not, and the value over the mature rows is still told', async () => {
    const report = await run({
      monitors: [performance],
      own,
      tables: { Visits: table },
      asOf: '2024-03-01T23:59:00Z',
    });
    expect(lines(report)[0]).toBe('2024-01 all 0.5 n=20 insufficient');
    expect(report.results[0]!.mature).toBe(1);
  });

  it('without the clause every known label counts and is judged', async () => {
    const monitors = [{ ...performance, labelsMatureAfter: null }];
    const report = await run({ monitors, own, tables: { Visits: table }, asOf: '2024-02-15T00:00:00Z' });
    expect(lines(report)).toEqual(['2024-01 all 0.5 n=20 fail', '2024-02 all null n=0 insufficient']);
  });
});

describe('groups', () => {
  const person = (sex: string | null, age: number | null, score: number): FakeRow => ({
    at: '2024-01-10T00:00:00Z',
    sex,
    age,
    score,
    ward: 'A',
  });
  // Women: 15 of 20 flagged; men: 5 of 20; two others (other / missing sex).
  const table = [
    ...[0.9, 0.9, 0.9, 0.1].flatMap((score) => Array.from({ length: 5 }, () => person('f', 70, score))),
    ...[0.9, 0.1, 0.1, 0.1].flatMap((score) => Array.from({ length: 5 }, () => person('m', 40, score))),
    person('x', 40, 0.9),
    person(null, null, 0.9),
  ];

  it('a gap is told first, then its groups, which carry no limit', async () => {
    const monitors = [
      monitor('Fair', [check('alert_rate', { aggregate: 'gap', by: [['sex']] }, 'fail > 0.4')], {
        confidence: 0.95,
      }),
    ];
    const report = await run({ monitors, tables: { Visits: table } });
    expect(lines(report)).toEqual([
      '2024-01 all 0.5 n=40 warn',
      '2024-01 f 0.75 n=20 pass',
      '2024-01 m 0.25 n=20 pass',
    ]);
    const [gap, women] = report.results;
    expect(gap).toMatchObject({ aggregate: { kind: 'gap', over: ['sex'] }, source: { line: 101 } });
    // Newcombe 1998, method 10: Wilson 15/20 = 0.5313..0.8881, 5/20 = 0.1119..0.4687;
    // 0.5 - sqrt(0.2187² + 0.2187²) and 0.5 + sqrt(0.1381² + 0.1381²).
    expect(gap!.interval![0]).toBeCloseTo(0.19071, 4);
    expect(gap!.interval![1]).toBeCloseTo(0.69536, 4);
    expect(gap!.reason).toBe(
      'Between groups by sex, the alert rate differs by up to 50.0 percentage points (lowest: sex m 25.0%; highest: sex f 75.0%); 95% interval 19.1 to 69.5 percentage points, n=40. This is above 40%, the limit for failure, but the interval still reaches the limit: a warning.',
    );
    expect(women).toMatchObject({ aggregate: null, limits: [], group: { sex: 'f' } });
  });

  it('without gap or ratio each group meets the limits; small ones are insufficient', async () => {
    const monitors = [
      monitor('Rate', [check('alert_rate', { by: [['sex'], ['ward', 'age']] }, 'fail > 0.7')]),
    ];
    const report = await run({ monitors, tables: { Visits: table } });
    expect(lines(report)).toEqual([
      '2024-01 f 0.75 n=20 fail',
      '2024-01 m 0.25 n=20 pass',
      // Ward A, under 65: the twenty men and the one of other sex.
      `2024-01 A/<65 ${6 / 21} n=21 pass`,
      '2024-01 A/>=65 0.75 n=20 fail',
      '2024-01 A/(missing) null n=1 insufficient',
      '2024-01 B/<65 null n=0 insufficient',
      '2024-01 B/>=65 null n=0 insufficient',
    ]);
    expect(report.results[4]!.reason).toBe(
      'ward A, age (missing): Not enough data to judge: the group has 1 row, 3 needed.',
    );
  });

  it('a comparison needs two groups with enough rows', async () => {
    const monitors = [
      monitor('Fair', [check('alert_rate', { aggregate: 'ratio', by: [['sex']] }, 'fail < 0.8')]),
    ];
    const report = await run({ monitors, tables: { Visits: table.slice(0, 21) } });
    expect(lines(report)).toEqual([
      '2024-01 all null n=20 insufficient',
      '2024-01 f 0.75 n=20 pass',
      '2024-01 m null n=1 insufficient',
    ]);
  });
});

describe('drift', () => {
  it('against a dataset, cells come from its quantiles', async () => {
    const tables = {
      Before: rows('', 80, (index) => ({ age: index })).map(({ at: _, ...row }) => row),
      Visits: rows('2024-01-10T00:00:00Z', 80, (index) => ({ age: index < 60 ? 5 : 70 })),
    };
    const monitors = [
      monitor('Drift', [check('psi', { of: ['age'], arguments: { bins: 2 } }, 'fail > 0.2')], {
        against: { kind: 'dataset', dataset: 'Before' },
      }),
    ];
    const report = await run({ monitors, tables });
    // Median 39.5: shares 0.5, 0.5 against 0.75, 0.25: 0.25·ln 1.5 − 0.25·ln 0.5 = 0.25·ln 3.
    expect(report.results[0]!.value).toBeCloseTo(0.25 * Math.log(3), 12);
    expect(report.results[0]).toMatchObject({
      n: 80,
      nReference: 80,
      verdict: 'fail',
      source: { line: 101 },
    });
  });

  it('against the previous window, the first has nothing to compare with', async () => {
    const table = [
      ...rows('2024-01-10T00:00:00Z', 40, (index) => ({ age: index, ward: 'A' })),
      ...rows('2024-02-10T00:00:00Z', 40, (index) => ({ age: index + 20, ward: index < 10 ? 'B' : 'A' })),
      ...rows('2024-03-10T00:00:00Z', 40, (index) => ({ age: index + 20, ward: index < 10 ? 'B' : 'A' })),
    ];
    const monitors = [
      monitor(
        'Drift',
        [
          check('psi', { of: ['age'], arguments: { bins: 2 } }, 'fail > 0.2'),
          check('ks', { of: ['age'] }, 'fail > 0.4'),
          check('psi', { of: ['ward'] }, 'fail > 0.2'),
        ],
        { against: { kind: 'previousWindow' } },
      ),
    ];
    const report = await run({ monitors, tables: { Visits: table } });
    const [psi1, psi2, psi3, ks1, ks2, ks3, ward1, ward2, ward3] = report.results;
    for (const first of [psi1, ks1, ward1]) {
      expect(first).toMatchObject({ value: null, verdict: 'insufficient' });
      expect(first!.reason).toBe('Not enough data to judge: there is no window before this one.');
    }
    // February: the median of January is 19.5; 20..59 lies above it: shares 0.5, 0.5 against 0 (floored at 1e-4), 1.
    const floored = (1e-4 - 0.5) * Math.log(1e-4 / 0.5) + 0.5 * Math.log(1 / 0.5);
    expect(psi2!.value).toBeCloseTo(floored, 12);
    expect(psi3!.value).toBe(0);
    expect(ks2!.value).toBeCloseTo(0.5, 12);
    expect(ks3!.value).toBe(0);
    // Ward B is new: shares 1, 1e-4 against 0.75, 0.25.
    const fresh = (0.75 - 1) * Math.log(0.75) + (0.25 - 1e-4) * Math.log(0.25 / 1e-4);
    expect(ward2!.value).toBeCloseTo(fresh, 12);
    expect(ward3!.value).toBe(0);
  });

  it('the evidently profile pools both sides, window by window', async () => {
    // 32 distinct reference values 0..31 and 32 rows of 16..47 pooled: n = 64, Sturges gives
    // ceil(log2(64) + 1) = 7 bins over 0..47; edges k·47/7. Counts per bin, reference 7,7,7,6,5,0,0 and
    // current 0,0,5,6,7,7,7 (16..20 | 21..26 | 27..33 | 34..40 | 41..47).
    const tables = {
      Before: rows('', 32, (index) => ({ age: index })).map(({ at: _, ...row }) => row),
      Visits: rows('2024-01-10T00:00:00Z', 32, (index) => ({ age: index + 16 })),
    };
    const monitors = [
      monitor('Drift', [check('psi', { of: ['age'], arguments: { profile: 'evidently' } }, 'fail > 0.2')], {
        against: { kind: 'dataset', dataset: 'Before' },
      }),
    ];
    const report = await run({ monitors, tables });
    // Smallest share 5/32 > 1e-4, so empty cells become 1e-4 (evidently's rule).
    const reference = [7, 7, 7, 6, 5, 0, 0].map((count) => count / 32 || 1e-4);
    const current = [0, 0, 5, 6, 7, 7, 7].map((count) => count / 32 || 1e-4);
    const expected = reference.reduce((sum, p, i) => sum + (p - current[i]!) * Math.log(p / current[i]!), 0);
    expect(report.results[0]!.value).toBeCloseTo(expected, 12);
  });

  it('p-values are adjusted over all targets of a check within one window', async () => {
    const shifted = (by: number) => (index: number) => ({ age: index + by, bmi: index });
    const tables = {
      Before: rows('', 60, shifted(0)).map(({ at: _, ...row }) => row),
      Visits: [
        ...rows('2024-01-10T00:00:00Z', 60, shifted(18)),
        ...rows('2024-02-10T00:00:00Z', 60, shifted(0)),
      ],
    };
    const ks = {
      ...check('ks', { of: ['age', 'bmi'] }),
      adjust: 'bonferroni' as const,
      limits: [limit('fail p < 0.01')],
    };
    const monitors = [monitor('Drift', [ks], { against: { kind: 'dataset', dataset: 'Before' } })];
    const { results } = await run({ monitors, tables });
    const january = results[0]!;
    // D = 18/60 with n = m = 60; its p is above 0.005 and below 0.01, so that doubling it decides.
    expect(january.value).toBeCloseTo(0.3, 12);
    expect(january.pValue).toBeGreaterThan(0.005);
    expect(january.pValue).toBeLessThan(0.01);
    expect(january.adjustedPValue).toBeCloseTo(2 * january.pValue!, 15);
    expect(january.verdict).toBe('pass');
    expect(results.map(({ adjustedPValue }) => adjustedPValue).slice(1)).toEqual([1, 1, 1]);
  });
});

describe('quality', () => {
  const table = [
    ...rows('2024-01-10T00:00:00Z', 8, (index) => ({
      age: index === 0 ? 130 : index === 1 ? null : 50,
      ward: index < 2 ? 'C' : 'A',
    })),
  ];
  it.each([
    { metric: 'missing', of: 'age', value: 1 / 8, n: 8 },
    { metric: 'out_of_range', of: 'age', value: 1 / 7, n: 7 },
    { metric: 'unseen', of: 'ward', value: 2 / 8, n: 8 },
  ])('$metric of $of', async ({ metric, of, value, n }) => {
    const report = await run({
      monitors: [monitor('Quality', [check(metric, { of: [of] }, 'fail > 0.5')])],
      tables: { Visits: table },
    });
    expect(report.results).toMatchObject([{ value, n, verdict: 'pass', target: of, unit: 'proportion' }]);
  });

  it('the mean carries the unit of its column', async () => {
    const report = await run({
      monitors: [monitor('Quality', [check('mean', { of: ['age'] }, 'fail > 100')])],
      tables: { Visits: rows('2024-01-10T00:00:00Z', 8, () => ({ age: 50.25 })) },
    });
    expect(report.results[0]).toMatchObject({ value: 50.25, unit: 'a' });
    expect(report.results[0]!.reason).toContain('50.3 a');
  });
});

describe('rescore', () => {
  const table = rows('2024-01-10T00:00:00Z', 3, () => ({ score: 0.5 }));
  const monitors = [monitor('Integrity', [check('rescore', { arguments: { rows: 2 } }, 'fail > 0.001')])];

  it('is asked window by window, up to the as-of time', async () => {
    const asked: unknown[] = [];
    const report = await run({
      monitors,
      tables: { Visits: table },
      asOf: '2024-02-05T00:00:00Z',
      rescore: async ({ span, rows: wanted, score, model }) => {
        asked.push([span, wanted, score, model.name]);
        return { rows: 2, largestDifference: 0.25 };
      },
    });
    const at = (iso: string) => Date.parse(iso) * 1000;
    // February has no row: nothing to score again.
    expect(asked).toEqual([[{ start: at('2024-01-01'), end: at('2024-02-01') }, 2, 'score', 'Risk']]);
    expect(lines(report)).toEqual(['2024-01 all 0.25 n=2 fail', '2024-02 all null n=0 insufficient']);
  });

  it('its problem is reported and spoils nothing else', async () => {
    const both = [monitor('Integrity', [...monitors[0]!.checks, check('volume', {}, 'fail < 1')])];
    const problem = {
      code: 'VGR0203',
      source: 'Risk',
      column: null,
      message: 'Model Risk: changed.',
      rows: null,
    };
    const report = await run({
      monitors: both,
      tables: { Visits: table },
      rescore: async () => ({ problem }),
    });
    expect(lines(report)).toEqual(['2024-01 all null n=0 insufficient', '2024-01 all 3 n=3 pass']);
    expect(report.problems).toEqual([
      {
        code: 'VGR0203',
        subject: 'Risk',
        column: null,
        message: 'Model Risk: changed.',
        source: { file: 'visits.vigil', line: 1 },
      },
    ]);
  });
});

describe('problems', () => {
  const table = rows('2024-01-10T00:00:00Z', 20, (index) => ({
    age: 40 + index,
    score: 0.2,
    sex: 'f',
    label: index % 2,
  }));
  const twoChecks = monitor('Quality', [
    check('missing', { of: ['age'] }, 'fail > 0.5'),
    check('missing', { of: ['ward'] }, 'fail > 1'),
  ]);

  it('a broken column spoils its own checks only', async () => {
    const report = await run({ monitors: [twoChecks], tables: { Visits: table }, broken: ['Visits.age'] });
    expect(lines(report)).toEqual(['2024-01 all null n=0 insufficient', '2024-01 all 1 n=20 pass']);
    expect(report.problems).toMatchObject([
      { subject: 'Visits', column: 'age', source: { file: 'visits.vigil', line: 3 } },
    ]);
    expect(report.results[0]!.reason).toBe("Not judged: 'Visits': column 'age' holds NaN in 3 rows.");
  });

  it.each([
    { what: 'a log that cannot be opened', setting: { unreadable: ['Visits'] }, code: 'VGR0016' },
    { what: 'a log whose file is missing', setting: { noFile: 'visits.csv' }, code: 'VGR0002' },
    { what: 'an engine that dies while opening', setting: { dies: 'open' as const }, code: 'VGR0323' },
  ])('$what gives every check one insufficient result', async ({ setting, code }) => {
    const report = await run({ monitors: [twoChecks], tables: { Visits: table }, ...setting });
    expect(report.results.map(({ verdict }) => verdict)).toEqual(['insufficient', 'insufficient']);
    expect(report.problems[0]!.code).toBe(code);
    expect(JSON.stringify(report)).not.toContain('Jane Doe');
  });

  it('an engine that dies while counting still gives every window its result', async () => {
    const report = await run({ monitors: [twoChecks], tables: { Visits: table }, dies: 'run' });
    expect(lines(report)).toEqual(['2024-01 all null n=0 insufficient', '2024-01 all null n=0 insufficient']);
    expect(report.problems).toMatchObject([{ code: 'VGR0323', subject: 'Visits' }]);
    expect(JSON.stringify(report)).not.toContain('Jane Doe');
  });

  it.each([
    { code: 'VGR0310', own: check('no_such_metric', {}, 'fail > 1') },
    { code: 'VGR0311', own: check('missing', {}, 'fail > 1') },
    { code: 'VGR0314', own: check('psi', { of: ['age'] }, 'fail > 1') },
    { code: 'VGR0316', own: check('out_of_range', { of: ['weight'] }, 'fail > 1') },
    { code: 'VGR0317', own: check('unseen', { of: ['city'] }, 'fail > 1') },
    { code: 'VGR0319', own: check('alert_rate', { aggregate: 'gap' }, 'fail > 1') },
    { code: 'VGR0320', own: check('alert_rate', { by: [['site']] }, 'fail > 1') },
    { code: 'VGR0324', own: check('ece', { arguments: { bins: 0 } }, 'fail > 1') },
    { code: 'VGR0322', own: check('rescore', {}, 'fail > 1') },
  ])('$code is said where the spec leaves out what $own.term.metric needs', async ({ code, own }) => {
    const report = await run({ monitors: [monitor('M', [own])], tables: { Visits: table } });
    expect(report.problems.map((problem) => problem.code)).toEqual([code]);
    expect(report.results).toMatchObject([{ verdict: 'insufficient', value: null }]);
  });

  it.each([
    { code: 'VGR0312', own: { logs: [{ ...visits, prediction: null }] } },
    { code: 'VGR0313', own: { logs: [{ ...visits, label: null }] } },
    { code: 'VGR0315', own: { models: [{ ...risk, operatingPoint: null }] } },
    { code: 'VGR0307', own: { logs: [{ ...visits, timezone: 'Mars/Olympus' }] } },
    {
      code: 'VGR0301',
      own: { logs: [{ ...visits, source: { engine: 'trino' as const, path: 'hive.a.b' } }] },
    },
    { code: 'VGR0321', own: { logs: [] } },
  ])('$code is said where the log lacks what sensitivity needs', async ({ code, own }) => {
    const monitors = [monitor('M', [check('sensitivity', {}, 'fail < 0.1')])];
    const report = await run({ monitors, own, tables: { Visits: table } });
    expect(report.problems.map((problem) => problem.code)).toEqual([code]);
    expect(report.results).toMatchObject([{ verdict: 'insufficient', value: null }]);
  });

  it('names --data that the spec does not know', async () => {
    const data = new Map([['Visit', 'other.csv']]);
    const report = await run({ monitors: [twoChecks], tables: { Visits: table }, data });
    expect(report.problems[0]!.message).toBe(
      'Visit: --data names it, but the spec declares no such log or dataset. Declared: Visits, Before.',
    );
  });
});

it('says what the spec asks for and the run does not enforce', async () => {
  const monitors = [
    monitor('Stability', [], {
      charts: [
        {
          term: { metric: 'mean', arguments: {}, aggregate: null, of: ['age'], at: null, by: [] },
          method: { kind: 'ewma' },
        },
      ],
      alarmBudget: { count: 1, per: 'year' },
    }),
  ];
  const report = await run({ monitors, tables: { Visits: [] } });
  expect(report.notes).toEqual(['charts (Stability)', 'alarm budgets (Stability)']);
});

it('asks a measurement once however many checks need it', async () => {
  const engine = new FakeEngine({
    tables: { Visits: rows('2024-01-10T00:00:00Z', 20, (index) => ({ age: index })), Before: [{ age: 1 }] },
  });
  const checks = ['psi', 'js_distance', 'chi_square', 'l_infinity'].map((metric) =>
    check(metric, { of: ['age'] }, 'fail > 9'),
  );
  await runProtocol({
    compilation: compilation(
      protocol([monitor('Drift', checks, { against: { kind: 'dataset', dataset: 'Before' } })]),
    ),
    engine,
    baseDirectory: '/spec',
    findFiles: async () => ({ files: ['/spec/x.csv'] }),
    toolVersion: '0.1.0',
  });
  expect(engine.asked.map(({ kind, scope }) => `${kind} ${scope.source}`)).toEqual([
    'quantiles Before',
    'rows Visits',
    'histogram Visits',
    'histogram Before',
  ]);
});
