import { expect, it } from 'vitest';
import type { ArgumentValue, MetricDescriptor, MetricValue } from '../metric.js';
import { fillArguments } from '../metric-arguments.js';
import type { CellPair, DistinctCounts, DistributionPair, Moments } from '../statistic.js';
import { categoryCells } from './category-cells.js';
import { chiSquare } from './chi-square.metric.js';
import { cramersV } from './cramers-v.metric.js';
import { evidentlyDistinctLimit, sturgesCuts } from './evidently-cuts.js';
import golden from './golden/peer-metrics.json' with { type: 'json' };
import { hellinger } from './hellinger.metric.js';
import { jsDistance } from './js-distance.metric.js';
import { klDivergence } from './kl-divergence.metric.js';
import { ks } from './ks.metric.js';
import { lInfinity } from './l-infinity.metric.js';
import { psi } from './psi.metric.js';
import { wasserstein } from './wasserstein.metric.js';

// The generator is the one named in the golden file's `prng` and `generators`.
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}
function draw(seed: number, n: number, next: (u: () => number) => number): number[] {
  const u = uniforms(seed);
  return Array.from({ length: n }, () => next(u));
}
function normal(seed: number, n: number, mean = 0, sd = 1): number[] {
  return draw(seed, n, (u) => {
    let sum = 0;
    for (let k = 0; k < 12; k++) sum += u();
    return mean + sd * (sum - 6);
  });
}
const cube = (x: number) => x * x * x;

const numeric = {
  num_small: [normal(1, 500), normal(2, 400, 0.3, 1.1)],
  num_mid: [normal(3, 1500), normal(4, 1200, 0.1)],
  num_skew: [normal(5, 2000).map(cube), normal(6, 800, 0.2).map(cube)],
  num_int8: [draw(9, 600, (u) => Math.floor(8 * u())), draw(10, 500, (u) => Math.floor(9 * u()))],
} as const;

function distinct(values: readonly number[]): DistinctCounts {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts.keys()].sort((a, b) => a - b);
  return { values: Float64Array.from(sorted), counts: Float64Array.from(sorted, (x) => counts.get(x)!) };
}

function moments(values: readonly number[]): Moments {
  return {
    kind: 'moments',
    count: values.length,
    missing: 0,
    sum: values.reduce((sum, x) => sum + x, 0),
    sumOfSquares: values.reduce((sum, x) => sum + x * x, 0),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  };
}

function distributions(reference: readonly number[], current: readonly number[]): DistributionPair {
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
        referenceSum: moments(reference).sum,
        currentSum: moments(current).sum,
        values: { reference: distinct(reference), current: distinct(current) },
      },
    ],
    reference: moments(reference),
    referenceQuartiles: null,
  };
}

/** Evidently's cells of a numeric column. */
function evidentlyCells(reference: readonly number[], current: readonly number[]): CellPair {
  if (distinct(reference).values.length <= evidentlyDistinctLimit) {
    const side = (values: readonly number[]) => {
      const { values: keys, counts } = distinct(values);
      return { counts: new Map([...keys].map((key, i) => [String(key), counts[i]!])), missing: 0 };
    };
    return categoryCells(side(reference), side(current), 'excluded');
  }
  const all = [...reference, ...current];
  const cuts = sturgesCuts(all.length, Math.min(...all), Math.max(...all));
  const count = (values: readonly number[]) => {
    const counts = new Array<number>(cuts.length + 1).fill(0);
    for (const x of values) counts[cuts.filter((cut) => cut <= x).length]! += 1;
    return counts;
  };
  return {
    kind: 'cells',
    reference: count(reference),
    current: count(current),
    missingReference: 0,
    missingCurrent: 0,
  };
}

function value(
  descriptor: MetricDescriptor,
  statistic: CellPair | DistributionPair,
  given: Record<string, ArgumentValue> = {},
): MetricValue {
  const filled = fillArguments(descriptor, given);
  if ('problem' in filled) throw new Error(filled.problem);
  const result = descriptor.compute(statistic, {
    arguments: filled.values,
    threshold: null,
    confidence: 0.95,
  });
  if (result.status !== 'value') throw new Error(result.reason);
  return result;
}

function near(actual: number | null, expected: number, relative: number): void {
  expect(Math.abs(actual! / expected - 1), `${actual} against ${expected}`).toBeLessThanOrEqual(relative);
}

for (const name of ['num_small', 'num_mid', 'num_skew', 'num_int8'] as const) {
  const expected = golden[name];
  const [reference, current] = numeric[name];
  const cells = evidentlyCells(reference, current);
  const pair = distributions(reference, current);

  it(`${name}: the generated data are the peers' data`, () => {
    near(moments(reference).sum, expected['sum reference'], 1e-12);
    near(moments(current).sum, expected['sum current'], 1e-12);
  });

  it(`${name}: PSI, KL and JS of the evidently profile`, () => {
    const profile = { profile: 'evidently' };
    near(value(psi, cells, profile).value, expected['evidently psi'], 1e-12);
    near(value(klDivergence, cells, profile).value, expected['evidently kl_div'], 1e-12);
    near(value(jsDistance, cells, profile).value, expected['evidently jensenshannon'], 1e-12);
  });

  it(`${name}: KS and its p-values`, () => {
    near(value(ks, pair).value, expected['alibi-detect ks'], 2e-15);
    near(value(ks, pair).pValue, expected['evidently ks p'], 1e-9);
    near(value(ks, pair, { method: 'asymptotic' }).pValue, expected['alibi-detect ks p'], 1e-9);
  });

  it(`${name}: Wasserstein, raw and divided by the standard deviation`, () => {
    near(value(wasserstein, pair).value, expected['nannyml wasserstein'], 1e-12);
    near(value(wasserstein, pair, { normalise: 'sd' }).value, expected['evidently wasserstein'], 1e-12);
  });
}

for (const name of ['cat_5', 'cat_new'] as const) {
  const expected = golden[name];
  const side = (counts: Record<string, number>) => ({ counts: new Map(Object.entries(counts)), missing: 0 });
  const cells = categoryCells(side(expected['counts reference']), side(expected['counts current']), 'cell');

  it(`${name}: evidently profile`, () => {
    const profile = { profile: 'evidently' };
    near(value(psi, cells, profile).value, expected['evidently psi'], 1e-12);
    near(value(klDivergence, cells, profile).value, expected['evidently kl_div'], 1e-12);
    near(value(jsDistance, cells, profile).value, expected['evidently jensenshannon'], 1e-12);
  });

  it(`${name}: JS, Hellinger and L-infinity as NannyML, chi-square as alibi-detect`, () => {
    near(value(jsDistance, cells).value, expected['nannyml jensen_shannon'], 1e-12);
    near(value(hellinger, cells).value, expected['nannyml hellinger'], 1e-12);
    near(value(lInfinity, cells).value, expected['nannyml l_infinity'], 1e-12);
    near(value(chiSquare, cells).value, expected['alibi-detect chi2'], 1e-12);
    near(value(chiSquare, cells).pValue, expected['alibi-detect chi2 p'], 1e-9);
  });

  it(`${name}: bias-corrected Cramér's V as Deepchecks`, () => {
    // Deepchecks first brings the larger side down to the size of the smaller one, rounding each count.
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    const scale = total(cells.current) / total(cells.reference);
    const scaled = { ...cells, reference: cells.reference.map((count) => Math.round(count * scale)) };
    near(value(cramersV, scaled, { correction: 'bias' }).value, expected['deepchecks cramers_v'], 1e-12);
  });
}
