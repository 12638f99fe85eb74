import { reportCharts } from '@vigil/runtime/charts';
import { describe, expect, it } from 'vitest';
import { aReport, aResult, wholeReport } from '../../test/reports.js';
import { dashboardReport } from './dashboard-report.js';

const facts = { models: ['Falls 1.0.0'], command: '/bin/vigil', at: '2026-11-21T10:24:00Z' };
const composed = (report = wholeReport) => dashboardReport(report, reportCharts(report), facts);
const window = (month: number) => {
  const label = `2024-0${month}`;
  return { start: `${label}-01T00:00:00Z`, end: `2024-0${month + 1}-01T00:00:00Z`, label };
};

describe('a dashboard', () => {
  it('has a row for each check on a target or over groups, the worst first, with its charts', () => {
    const [section] = composed().monitors;
    expect(section?.rows.map(({ name, verdict, now }) => [name, verdict, now])).toEqual([
      ['auroc', 'fail', 'fail'],
      ['psi of age', 'fail', 'pass'],
      ['sensitivity gap by sex', 'warn', 'warn'],
    ]);
    const kinds = section?.rows.map(({ charts }) => charts.map(({ kind }) => kind));
    expect(kinds).toEqual([
      ['series', 'reliability'],
      ['series', 'distribution'],
      ['series', 'subgroups'],
    ]);
  });

  it('says of a limit that holds again when it was broken, and keeps the sentence of that window', () => {
    const report = aReport([
      aResult({ window: window(1), reason: 'It differs.' }),
      aResult({ window: window(2), value: 0.05, verdict: 'pass' }),
    ]);
    const { monitors, broken, earlier, standing } = composed(report);
    expect(monitors[0]?.rows[0]).toMatchObject({
      verdict: 'fail',
      now: 'pass',
      before: 'failure in 2024-01; pass in the last window',
      value: '0.0500',
      reason: '2024-01: It differs.',
    });
    expect([broken.length, earlier.length]).toEqual([0, 1]);
    expect(standing).toEqual({ fail: 1, warn: 0, insufficient: 0, pass: 0 });
  });

  it('neither passes nor fails what has no limit', () => {
    const measured = aReport([aResult({ limits: [], verdict: 'pass' })]);
    const { monitors, standing } = composed(measured);
    expect(monitors[0]?.rows[0]).toMatchObject({ verdict: null, now: null, limits: '' });
    expect(monitors[0]?.timeline).toBeNull();
    expect(standing).toEqual({ fail: 0, warn: 0, insufficient: 0, pass: 0 });
  });

  it('puts monitors with failures before others, and too few rows before a pass', () => {
    const lacking = { value: null, verdict: 'insufficient' } as const;
    const report = aReport([
      aResult({ monitor: 'Calm', verdict: 'pass' }),
      aResult({ monitor: 'Poor', ...lacking }),
      aResult({ monitor: 'Poor', check: 1, verdict: 'pass' }),
      aResult({ monitor: 'Zebra' }),
    ]);
    const { monitors } = composed(report);
    expect(monitors.map(({ name }) => name)).toEqual(['Zebra', 'Poor', 'Calm']);
    expect(monitors[1]?.rows.map(({ verdict }) => verdict)).toEqual(['insufficient', 'pass']);
  });

  it('holds no end of broken limits of the past, and says how many it leaves out', () => {
    const results = Array.from({ length: 300 }, (_, index) =>
      aResult({ window: { start: `${2000 + index}`, end: '', label: String(2000 + index) } }),
    );
    const { broken, earlier, omitted } = composed(aReport(results));
    expect([broken.length, earlier.length, omitted]).toEqual([1, 200, 99]);
  });

  it('says whose numbers they are', () => {
    expect(new Map(composed().provenance)).toEqual(
      new Map([
        ['Protocol', wholeReport.protocolId],
        ['Models', 'Falls 1.0.0'],
        ['Windows', '2024-01-01T00:00:00Z to 2024-03-01T00:00:00Z'],
        ['Data up to', '2024-03-01T00:00:00Z'],
        ['Largest window', '500 rows'],
        ['All windows', '2 failure, 1 warning, 1 not enough data, 2 pass'],
        ['Ran', '2026-11-21T10:24:00Z with /bin/vigil, Vigil 0.1.0'],
      ]),
    );
  });
});
