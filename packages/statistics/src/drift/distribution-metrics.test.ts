import { expect, it } from 'vitest';
import type { ArgumentValue, MetricDescriptor, MetricResult } from '../metric.js';
import { fillArguments } from '../metric-arguments.js';
import type { DistinctCounts, DistributionPair } from '../statistic.js';
import { ks } from './ks.metric.js';
import { wasserstein } from './wasserstein.metric.js';

const sum = (values: readonly number[]) => values.reduce((all, x) => all + x, 0);
const ones = (values: readonly number[]): DistinctCounts => ({
  values: Float64Array.from(values),
  counts: new Float64Array(values.length).fill(1),
});

/** Distinct ascending values on both sides. */
function pair(reference: readonly number[], current: readonly number[], exact = true): DistributionPair {
  return {
    kind: 'distributions',
    nReference: reference.length,
    nCurrent: current.length,
    segments: [
      {
        lower: Number.NEGATIVE_INFINITY,
        upper: Number.POSITIVE_INFINITY,
        referenceCount: reference.length,
        currentCount: current.length,
        referenceSum: sum(reference),
        currentSum: sum(current),
        ...(exact ? { values: { reference: ones(reference), current: ones(current) } } : {}),
      },
    ],
    reference: {
      kind: 'moments',
      count: reference.length,
      missing: 0,
      sum: sum(reference),
      sumOfSquares: sum(reference.map((x) => x * x)),
      minimum: reference[0] ?? null,
      maximum: reference.at(-1) ?? null,
    },
    referenceQuartiles:
      reference.length === 0
        ? null
        : [reference[Math.floor(reference.length / 4)]!, reference[Math.floor((3 * reference.length) / 4)]!],
  };
}

function compute(
  descriptor: MetricDescriptor,
  statistic: DistributionPair,
  given: Record<string, ArgumentValue> = {},
): MetricResult {
  const filled = fillArguments(descriptor, given);
  if ('problem' in filled) throw new Error(filled.problem);
  return descriptor.compute(statistic, { arguments: filled.values, threshold: null, confidence: 0.95 });
}

const ramp = (n: number, shift: number) => Array.from({ length: n }, (_, i) => i + shift);

it('KS of two ramps shifted by 20.5 of 100: D = 21/100', () => {
  const result = compute(ks, pair(ramp(100, 0), ramp(100, 20.5)));
  expect(result).toMatchObject({ status: 'value', value: 0.21, n: 100, nReference: 100, interval: null });
});

it.each([
  // scipy 1.10.1: ks_2samp(range(100), [i + 20.5 for i in range(100)], method=…).pvalue
  ['auto', 0.024055802841094577],
  ['exact', 0.024055802841094577],
  ['asymptotic', 0.020596236050697714],
] as const)('p of KS by method %s', (method, expected) => {
  const result = compute(ks, pair(ramp(100, 0), ramp(100, 20.5)), { method });
  expect(result.status === 'value' && result.pValue! / expected).toBeCloseTo(1, 9);
});

it('KS turns to the asymptotic distribution above 10,000 rows, and will not try the impossible', () => {
  const large = pair(ramp(10_001, 0), ramp(100, 3000.5));
  const auto = compute(ks, large);
  expect(auto).toEqual(compute(ks, large, { method: 'asymptotic' }));
  expect(auto).not.toEqual(compute(ks, large, { method: 'exact' }));
  const huge = { ...pair(ramp(100, 0), ramp(100, 20.5)), nReference: 100_000, nCurrent: 100_000 };
  expect(compute(ks, huge, { method: 'exact' })).toMatchObject({
    status: 'insufficient',
    reason: 'the exact p-value is not computed for 100000 × 100000 rows; use method: asymptotic',
  });
});

it('Wasserstein of a shift is the shift; normalised by sd or IQR of the reference', () => {
  const shifted = pair(ramp(101, 0), ramp(101, 6));
  expect(compute(wasserstein, shifted).value).toBeCloseTo(6, 12);
  // Variance of 0 … 100 with divisor n: (101² − 1)/12 = 850.
  expect(compute(wasserstein, shifted, { normalise: 'sd' }).value).toBeCloseTo(6 / Math.sqrt(850), 12);
  expect(compute(wasserstein, shifted, { normalise: 'iqr' }).value).toBeCloseTo(6 / 50, 12);
});

it('a reference without spread cannot be divided by', () => {
  const flat: DistributionPair = {
    ...pair(ramp(60, 0), ramp(60, 1)),
    reference: {
      kind: 'moments',
      count: 60,
      missing: 0,
      sum: 300,
      sumOfSquares: 1500,
      minimum: 5,
      maximum: 5,
    },
    referenceQuartiles: [5, 5],
  };
  for (const normalise of ['sd', 'iqr'])
    expect(compute(wasserstein, flat, { normalise })).toMatchObject({
      status: 'insufficient',
      value: null,
      reason: `the reference has no spread (${normalise} is 0) to divide by`,
    });
  expect(compute(wasserstein, flat)).toMatchObject({ status: 'value' });
});

it.each([ks, wasserstein])('$name: small, empty and unresolved samples are insufficient', (descriptor) => {
  expect(compute(descriptor, pair(ramp(60, 0), ramp(10, 0)))).toMatchObject({
    status: 'insufficient',
    n: 10,
    nReference: 60,
    reason: '10 rows with a value, 50 needed',
  });
  expect(compute(descriptor, pair(ramp(60, 0), ramp(10, 0))).value).not.toBeNull();
  expect(compute(descriptor, pair(ramp(60, 0), []))).toMatchObject({ status: 'insufficient', value: null });
  expect(compute(descriptor, pair([], ramp(60, 0)))).toMatchObject({ status: 'insufficient', value: null });
  expect(compute(descriptor, pair(ramp(60, 0), ramp(60, 0.5), false))).toMatchObject({
    status: 'insufficient',
    value: null,
  });
});
