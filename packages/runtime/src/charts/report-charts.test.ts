import type { TopLevelSpec } from 'vega-lite';
import { compile } from 'vega-lite';
import { expect, it } from 'vitest';
import type { Report, ReportResult, Verdict } from '../report/report.js';
import { drawChart } from './draw-chart.js';
import { reportCharts } from './report-charts.js';
import { renderHtml } from './report-html.js';

const HOSTILE = '"><script>alert(1)</script>${alert(2)}';

function result(changes: Partial<ReportResult>): ReportResult {
  return {
    monitor: 'Watch',
    check: 0,
    metric: 'psi',
    parameters: {},
    target: 'age',
    group: null,
    aggregate: null,
    window: { start: '2024-01-01T00:00:00Z', end: '2024-02-01T00:00:00Z', label: '2024-01' },
    value: 0.3,
    unit: null,
    interval: null,
    pValue: null,
    adjustedPValue: null,
    n: 500,
    nReference: 1000,
    mature: null,
    limits: [
      { severity: 'warn', operator: '>', value: 0.1 },
      { severity: 'fail', operator: 'outside', low: -1, high: 0.25 },
    ],
    verdict: 'fail',
    reason: 'The distribution differs.',
    source: { file: 'a.vigil', line: 7 },
    ...changes,
  };
}

const february = { start: '2024-02-01T00:00:00Z', end: '2024-03-01T00:00:00Z', label: '2024-02' };

function report(results: readonly ReportResult[]): Report {
  const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length;
  return {
    schema: 'vigil/report/1',
    protocolId: 'sha256:0',
    tool: { name: 'vigil', version: '0' },
    asOf: '2024-03-01T00:00:00Z',
    results,
    problems: [],
    notes: [],
    summary: {
      pass: count('pass'),
      warn: count('warn'),
      fail: count('fail'),
      insufficient: count('insufficient'),
    },
  };
}

const everyKind = report([
  result({
    figure: { kind: 'distribution', cells: [{ name: HOSTILE, reference: 0.5, current: null }] },
    target: HOSTILE,
  }),
  result({ window: february, value: null, verdict: 'insufficient', target: HOSTILE }),
  result({
    check: 1,
    metric: 'auroc',
    target: null,
    value: 0.7,
    interval: [0.6, 0.8],
    verdict: 'pass',
    figure: {
      kind: 'reliability',
      bins: [{ predicted: 0.2, observed: 0.3, interval: [0.25, 0.35], n: 100 }],
    },
  }),
  result({
    check: 2,
    metric: 'sensitivity',
    target: null,
    group: { sex: HOSTILE },
    value: 0.5,
    interval: [0.4, 0.6],
    limits: [],
  }),
  result({
    check: 2,
    metric: 'sensitivity',
    target: null,
    group: { sex: 'm' },
    value: null,
    verdict: 'insufficient',
    limits: [],
  }),
]);

it('makes one chart of every kind', () => {
  const kinds = reportCharts(everyKind).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['timeline', 'series', 'distribution', 'reliability', 'subgroups']));
  const ids = reportCharts(everyKind).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('every chart compiles without a warning and is drawn with marks in it', async () => {
  for (const { spec, kind } of reportCharts(everyKind)) {
    const said: string[] = [];
    const say = (...words: unknown[]) => {
      said.push(words.join(' '));
      return logger;
    };
    const logger = { level: () => logger, error: say, warn: say, info: () => logger, debug: () => logger };
    const specification: object = spec;
    compile(specification as TopLevelSpec, { logger: logger as never });
    expect({ kind, said }).toEqual({ kind, said: [] });
    const svg = await drawChart(spec);
    expect(svg).toMatch(/class="mark-(symbol|rect|rule|line|text)/);
    // Text of spec and data is text in the picture too.
    expect(svg).not.toContain('<script');
  }
});

it('says in a sentence and in a table what it shows', () => {
  const series = reportCharts(everyKind).find(
    ({ kind, title }) => kind === 'series' && title.startsWith('psi'),
  )!;
  expect(series.summary).toContain('failure in 1 of 2 windows, not enough data in 1');
  expect(series.table.rows).toEqual([
    ['2024-01', '0.300', '–', '500', 'failure'],
    ['2024-02', '–', '–', '500', 'not enough data'],
  ]);
  expect(series.rule).toEqual({ file: 'a.vigil', line: 7 });
});

it('a report as HTML holds no script and asks nothing of the network', async () => {
  const html = await renderHtml(everyKind, drawChart);
  expect(html).not.toMatch(/<script|<iframe|<object|javascript:|\son\w+=/i);
  expect(html).not.toMatch(/(src|href)="(?!#)/);
  expect(html).toContain('Broken limits');
  expect(html).toBe(await renderHtml(everyKind, drawChart));
});
