import { expect, it } from 'vitest';
import type { Report, ReportResult, Verdict } from '../report/report.js';
import { driftTables } from './drift-table.js';

function result(
  target: string,
  month: number,
  verdict: Verdict,
  changes: Partial<ReportResult> = {},
): ReportResult {
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
    value: month / 10,
    unit: null,
    interval: null,
    pValue: null,
    adjustedPValue: null,
    n: 500,
    nReference: 1000,
    mature: null,
    limits: [{ severity: 'fail', operator: '>', value: 0.15 }],
    verdict,
    reason: '',
    source: { file: 'a.vigil', line: 7 },
    figure: {
      kind: 'distribution',
      cells: [
        { name: 'young', reference: 0.75, current: 0.5 },
        { name: 'old', reference: 0.25, current: null },
      ],
    },
    ...changes,
  };
}

const tables = (...results: readonly ReportResult[]) => driftTables({ results } as unknown as Report);

it('shows the window that decides, and what the last one says where it is another', () => {
  const [table] = tables(result('age', 1, 'fail'), result('age', 2, 'fail'), result('age', 3, 'pass'));
  const [row] = table!.rows;
  expect(row).toMatchObject({
    column: 'age',
    measure: 'psi',
    window: '2024-02',
    value: '0.200',
    limits: '> 0.15',
    verdict: 'fail',
    standing: 'failure; pass in the last window',
    difference: 'young: 75.0% before, 50.0% now',
  });
  // Both sides have the height of the largest share, so that they can be compared.
  expect([row!.reference.most, row!.current.most]).toEqual([0.75, 0.75]);
  expect(row!.current.shares).toEqual([0.5, null]);
  expect(row!.current.description).toBe('age, 2024-02: young 50.0%, old fewer than 11 rows');
});

it('puts what failed first, and keeps the order of the spec otherwise', () => {
  const [table] = tables(
    result('a', 1, 'pass'),
    result('b', 1, 'pass'),
    result('c', 1, 'insufficient'),
    result('d', 1, 'fail'),
    result('e', 1, 'warn'),
  );
  expect(table!.rows.map(({ column }) => column)).toEqual(['d', 'e', 'c', 'a', 'b']);
});

it('is empty without figures, and leaves groups out', () => {
  const { figure: _, ...bare } = result('age', 1, 'pass');
  expect(tables(bare)).toEqual([]);
  expect(tables(result('age', 1, 'pass', { group: { sex: 'F' } }))).toEqual([]);
});

it('falls back to the last window with a figure where the one that decides has none', () => {
  const { figure: _, ...empty } = result('age', 2, 'insufficient', { value: null });
  const [table] = tables(result('age', 1, 'pass'), empty);
  expect(table!.rows[0]).toMatchObject({
    window: '2024-01',
    verdict: 'insufficient',
    standing: 'not enough data',
  });
});
