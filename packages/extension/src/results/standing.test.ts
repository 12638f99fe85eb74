import type { Report, ReportResult, Verdict } from '@vigil/runtime';
import { expect, it } from 'vitest';
import { notPassed, reservation, standingOf, standingWords, verdictOf } from './standing.js';

function result(month: number, verdict: Verdict, target = 'age'): ReportResult {
  const label = `2024-0${month}`;
  return {
    monitor: 'Inputs',
    check: 0,
    metric: 'psi',
    parameters: {},
    target,
    group: null,
    aggregate: null,
    window: { label, start: `${label}-01T00:00:00Z`, end: `2024-0${month + 1}-01T00:00:00Z` },
    value: 0.1,
    unit: null,
    interval: null,
    pValue: null,
    adjustedPValue: null,
    n: 100,
    nReference: null,
    mature: null,
    limits: [],
    verdict,
    reason: `${target} in ${label}`,
    source: { file: 'a.vigil', line: 1 },
  };
}

const said = (...results: ReportResult[]) => {
  const standing = standingOf(results);
  return standing === undefined ? undefined : `${standingWords(standing)} | ${standing.decisive.reason}`;
};

it('a limit that was broken in any window is broken, and the words say what holds now', () => {
  expect(said(result(1, 'fail'), result(2, 'fail'), result(3, 'pass'))).toBe(
    'failure in 2024-02; pass in the last window | age in 2024-02',
  );
  expect(said(result(1, 'pass'), result(2, 'fail'))).toBe('failure in 2024-02 | age in 2024-02');
  expect(said(result(1, 'warn'), result(2, 'insufficient'))).toBe(
    'warning in 2024-01; not enough data in the last window | age in 2024-01',
  );
});

it('too few rows in the last window are no pass', () => {
  expect(said(result(1, 'pass'), result(2, 'insufficient'))).toBe(
    'not enough data in 2024-02 | age in 2024-02',
  );
});

it('the worst of several inputs decides', () => {
  expect(said(result(1, 'pass'), result(1, 'fail', 'sex'), result(2, 'pass'), result(2, 'pass', 'sex'))).toBe(
    'failure in 2024-01; pass in the last window | sex in 2024-01',
  );
  expect(
    notPassed([result(1, 'pass'), result(1, 'warn', 'sex')]).map(({ decisive }) => decisive.target),
  ).toEqual(['sex']);
});

it('nothing measured is no verdict', () => {
  expect(standingOf([])).toBeUndefined();
});

it('a run that met a problem is incomplete, whatever it could judge', () => {
  const summary = { pass: 3, warn: 0, fail: 0, insufficient: 0 };
  const report = (problems: number, counts: Partial<Report['summary']>) =>
    ({ problems: Array(problems).fill({}), summary: { ...summary, ...counts } }) as unknown as Report;
  expect(verdictOf(report(1, {}))).toBe('incomplete');
  expect(verdictOf(report(0, {}))).toBe('pass');
  expect(verdictOf(report(0, { insufficient: 1 }))).toBe('insufficient');
  expect(verdictOf(report(0, { insufficient: 1, warn: 1 }))).toBe('warn');
  expect(verdictOf(report(0, { fail: 1, warn: 1 }))).toBe('fail');
  expect(verdictOf(report(0, { pass: 0 }))).toBeUndefined();
});

it('says what was not run, and that the text is another', () => {
  expect(reservation({ only: null, freshness: 'current' })).toBe('');
  expect(reservation({ only: null, freshness: 'unchecked' })).toBe(' (not yet compared with this spec)');
  expect(reservation({ only: ['Performance'], freshness: 'changed' })).toBe(
    ' (only Performance was run; of an earlier text of this spec)',
  );
});
