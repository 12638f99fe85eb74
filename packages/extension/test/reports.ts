import type { Report, ReportResult, Verdict } from '@vigil/runtime';

/** A result with what a test says of it. */
export function aResult(changes: Partial<ReportResult> = {}): ReportResult {
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
      { severity: 'fail', operator: '>', value: 0.25 },
    ],
    verdict: 'fail',
    reason: 'The distribution of age differs.',
    source: { file: 'a.vigil', line: 7 },
    ...changes,
  };
}

export function aReport(results: readonly ReportResult[], changes: Partial<Report> = {}): Report {
  const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length;
  return {
    schema: 'vigil/report/1',
    protocolId: `sha256:${'0'.repeat(64)}`,
    tool: { name: 'vigil', version: '0.1.0' },
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
    ...changes,
  };
}

const february = { start: '2024-02-01T00:00:00Z', end: '2024-03-01T00:00:00Z', label: '2024-02' };

/** A report in which everything occurs that a report can hold. */
export const wholeReport: Report = aReport(
  [
    aResult({
      parameters: { bins: 10, method: 'quantile', exact: true, cuts: [1, 2], threshold: null },
      pValue: 0.01,
      adjustedPValue: 0.02,
      figure: {
        kind: 'distribution',
        cells: [
          { name: '18 to 40', reference: 0.5, current: 0.2 },
          { name: 'missing', reference: null, current: 0.8 },
        ],
      },
    }),
    aResult({ window: february, value: 0.05, verdict: 'pass' }),
    aResult({
      check: 1,
      metric: 'auroc',
      target: null,
      unit: 'proportion',
      value: 0.7,
      interval: [0.6, 0.8],
      mature: 0.9,
      nReference: null,
      limits: [
        { severity: 'warn', subject: 'pValue', operator: '<', value: 0.05 },
        { severity: 'fail', operator: 'outside', low: 0.75, high: 1 },
      ],
      figure: {
        kind: 'reliability',
        bins: [{ predicted: 0.2, observed: 0.3, interval: [0.25, 0.35], n: 100 }],
      },
    }),
    aResult({
      check: 2,
      metric: 'sensitivity',
      target: null,
      aggregate: { kind: 'gap', over: ['sex'] },
      verdict: 'warn',
    }),
    aResult({
      check: 2,
      metric: 'sensitivity',
      target: null,
      group: { sex: 'f' },
      verdict: 'pass',
      limits: [],
    }),
    aResult({
      check: 2,
      target: null,
      group: { sex: 'm' },
      value: null,
      window: null,
      verdict: 'insufficient',
    }),
  ],
  {
    problems: [
      {
        code: 'VGR0101',
        subject: 'Admissions',
        column: 'age',
        message: 'A column is missing.',
        source: { file: 'a.vigil', line: 3 },
      },
      {
        code: 'VGR0102',
        subject: 'Admissions',
        column: null,
        message: 'A file cannot be read.',
        source: null,
      },
    ],
    notes: ['runbooks and notices (Watch)'],
  },
);
