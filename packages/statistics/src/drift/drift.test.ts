import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArgumentValue, MetricDescriptor, MetricResult } from '../metric.js';
import { fillArguments } from '../metric-arguments.js';
import type { CellPair } from '../statistic.js';
import { categoryCells, driftMetrics } from './index.js';

function metricOf(name: string): MetricDescriptor {
  const found = driftMetrics.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no metric ${name}`);
  return found;
}

function compute(name: string, cells: CellPair, given: Record<string, ArgumentValue> = {}): MetricResult {
  const filled = fillArguments(metricOf(name), given);
  if ('problem' in filled) throw new Error(filled.problem);
  return metricOf(name).compute(cells, { arguments: filled.values, threshold: null, confidence: 0.95 });
}

function pair(reference: readonly number[], current: readonly number[], missing = [0, 0]): CellPair {
  return {
    kind: 'cells',
    reference,
    current,
    missingReference: missing[0]!,
    missingCurrent: missing[1]!,
  };
}

// r = ½, ½; c = ¼, ¾.
const simple = pair([100, 100], [50, 150]);

it.each([
  // (¼−½)·ln(½) + (¾−½)·ln(3/2) = ¼·ln 3
  ['psi', {}, Math.log(3) / 4],
  // ¼·ln(½) + ¾·ln(3/2) = ¾·ln 3 − ln 2
  ['kl_divergence', {}, 0.75 * Math.log(3) - Math.LN2],
  // m = 3/8, 5/8: ½[½·log2(4/3) + ½·log2(4/5)] + ½[¼·log2(2/3) + ¾·log2(6/5)]
  [
    'js_divergence',
    {},
    0.25 * (Math.log2(4 / 3) + Math.log2(4 / 5)) + 0.125 * Math.log2(2 / 3) + 0.375 * Math.log2(6 / 5),
  ],
  ['total_variation', {}, 0.25],
  ['l_infinity', {}, 0.25],
  // √(1 − √(1/8) − √(3/8))
  ['hellinger', {}, Math.sqrt(1 - Math.sqrt(1 / 8) - Math.sqrt(3 / 8))],
  // Margins 150 and 250 of 400, expected 75 and 125 a side: 2·25²/75 + 2·25²/125 = 80/3
  ['chi_square', {}, 80 / 3],
  ['cramers_v', {}, Math.sqrt(80 / 3 / 400)],
] as const)('%s of (½, ½) against (¼, ¾)', (name, given, expected) => {
  const result = compute(name, simple, given);
  expect(result.status).toBe('value');
  expect(result.value! / expected).toBeCloseTo(1, 13);
  expect([result.n, result.nReference]).toEqual([200, 200]);
});

it('p of the chi-square test with one degree of freedom', () => {
  // scipy 1.10.1: chi2_contingency([[100, 100], [50, 150]], correction=False).pvalue
  const result = compute('chi_square', simple);
  expect(result.status === 'value' && result.pValue! / 2.4175638811190183e-7).toBeCloseTo(1, 12);
});

it('psi floors empty cells at 1e-4 without renormalising; the evidently profile fills them', () => {
  const cells = pair([100, 0], [50, 50]);
  // (½−1)·ln(½) + (½−1e-4)·ln(½/1e-4)
  const floor = 0.5 * Math.LN2 + (0.5 - 1e-4) * Math.log(5000);
  expect(compute('psi', cells).value! / floor).toBeCloseTo(1, 14);
  expect(compute('psi', cells, { profile: 'evidently' }).value! / floor).toBeCloseTo(1, 14);
  // A smallest share of 1e-4 or less makes evidently fill with a millionth of it, vigil still floors at 1e-4.
  const rare = pair([9999, 1, 0], [9998, 1, 1]);
  const evidently = compute('psi', rare, { profile: 'evidently' }).value!;
  const term = (r: number, c: number) => (c - r) * Math.log(c / r);
  expect(evidently / (term(0.9999, 0.9998) + term(1e-10, 1e-4))).toBeCloseTo(1, 10);
  expect(compute('psi', rare).value! / term(0.9999, 0.9998)).toBeCloseTo(1, 10);
});

it('psi counts missing values as a cell only when asked to', () => {
  const cells = pair([100, 100], [100, 100], [0, 200]);
  expect(compute('psi', cells).value).toBe(0);
  const included = compute('psi', cells, { missing: 'include' });
  expect(included.value).toBeGreaterThan(1);
  expect([included.n, included.nReference]).toEqual([400, 200]);
});

it('cells of categories: sorted, missing values last or beside them', () => {
  const reference = {
    counts: new Map([
      ['b', 2],
      ['a', 1],
    ]),
    missing: 3,
  };
  const current = { counts: new Map([['c', 4]]), missing: 0 };
  const names = ['a', 'b', 'c'];
  expect(categoryCells(reference, current, 'cell')).toEqual({
    ...pair([1, 2, 0, 3], [0, 0, 4, 0]),
    names: [...names, 'missing'],
  });
  expect(categoryCells(reference, current, 'excluded')).toEqual({
    ...pair([1, 2, 0], [0, 0, 4], [3, 0]),
    names,
  });
  expect(categoryCells({ ...reference, missing: 0 }, current, 'cell')).toEqual({
    ...pair([1, 2, 0], [0, 0, 4]),
    names,
  });
});

const cellMetrics = driftMetrics.filter((entry) => entry.needs === 'cells').map((entry) => entry.name);

it.each(cellMetrics)('%s: too few rows are insufficient, with the value where there is one', (name) => {
  const few = compute(name, pair([30, 30], [20, 29]));
  expect(few).toMatchObject({ status: 'insufficient', n: 49, reason: '49 rows with a value, 50 needed' });
  expect(few.value).not.toBeNull();
  expect(compute(name, pair([1, 0], [50, 50]))).toMatchObject({
    status: 'insufficient',
    reason: '1 row with a value in the reference, 50 needed',
  });
  expect(compute(name, pair([0, 0], [50, 50]))).toMatchObject({ status: 'insufficient', value: null });
  expect(compute(name, pair([], []))).toMatchObject({ status: 'insufficient', value: null, n: 0 });
});

it.each(cellMetrics)('%s: a column with a single value does not drift', (name) => {
  const result = compute(name, pair([60], [70]));
  expect(result).toMatchObject({ status: 'value', value: 0 });
  if (metricOf(name).givesPValue) expect(result).toMatchObject({ pValue: 1 });
});

const counts = fc
  .integer({ min: 1, max: 12 })
  .chain((cells) =>
    fc.tuple(
      fc.array(fc.nat({ max: 5000 }), { minLength: cells, maxLength: cells }),
      fc.array(fc.nat({ max: 5000 }), { minLength: cells, maxLength: cells }),
    ),
  );
const enough = counts.filter((sides) => sides.every((side) => side.reduce((a, b) => a + b, 0) >= 50));

it.each(cellMetrics)('%s: within its range, 0 on equal shares, blind to the order of cells', (name) => {
  const { minimum, maximum } = metricOf(name).range;
  fc.assert(
    fc.property(enough, fc.integer({ min: 2, max: 7 }), ([reference, current], factor) => {
      const { value } = compute(name, pair(reference, current));
      expect(value).toBeGreaterThanOrEqual(minimum!);
      if (maximum !== null) expect(value).toBeLessThanOrEqual(maximum);
      const scaled = reference.map((count) => count * factor);
      expect(compute(name, pair(reference, scaled)).value).toBeLessThan(1e-12);
      const turned = compute(name, pair([...reference].reverse(), [...current].reverse())).value!;
      expect(Math.abs(turned - value!)).toBeLessThanOrEqual(1e-9 * (1 + value!));
    }),
  );
});

it.each([
  'psi',
  'js_distance',
  'hellinger',
  'total_variation',
  'chi_square',
  'cramers_v',
])('%s: the same from either side', (name) => {
  fc.assert(
    fc.property(enough, ([reference, current]) => {
      const there = compute(name, pair(reference, current)).value!;
      const back = compute(name, pair(current, reference)).value!;
      expect(Math.abs(there - back)).toBeLessThanOrEqual(1e-12 * (1 + there));
    }),
  );
});

it('small Jensen-Shannon divergences keep their digits', () => {
  // mpmath 1.3, 50 digits, on the same counts.
  const cells = pair([1_000_000, 1_000_000], [1_000_001, 999_999]);
  expect(compute('js_divergence', cells).value! / 1.8033688011117302e-13).toBeCloseTo(1, 12);
});
