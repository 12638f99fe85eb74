import { describe, expect, it } from 'vitest';
import { catalogue, metricNamed } from '../catalogue.js';
import type { ArgumentValue } from '../metric.js';
import { fillArguments } from '../metric-arguments.js';
import { chanceGap, chanceRatio, expectedNormalRange } from './chance-difference.js';
import { chanceDrift } from './chance-drift.js';
import { leastRows } from './least-rows.js';
import { reachableMaximum } from './reachable-maximum.js';

const asked = (name: string, given: Record<string, ArgumentValue> = {}) => {
  const filled = fillArguments(metricNamed(name)!, given);
  if ('problem' in filled) throw new Error(filled.problem);
  return filled.values;
};

describe('the fewest rows', () => {
  /** By hand from the definitions: 50 rows for drift, 10 cases of each kind a metric needs, 10 a calibration bin. */
  it.each<[string, Record<string, ArgumentValue>, number]>([
    ['psi', {}, 50],
    ['ks', {}, 50],
    ['wasserstein', {}, 50],
    ['hellinger', { cuts: [1, 2] }, 50],
    ['sensitivity', {}, 10],
    ['specificity', {}, 10],
    ['ppv', {}, 10],
    ['npv', {}, 10],
    ['selection_rate', {}, 10],
    ['f1', {}, 10],
    ['auroc', {}, 20],
    ['balanced_accuracy', {}, 20],
    ['mcc', {}, 20],
    ['brier', {}, 10],
    ['observed_expected', {}, 10],
    ['ece', {}, 100],
    ['ece', { bins: 20 }, 200],
    ['mce', { bins: 5 }, 50],
    ['missing', {}, 1],
    ['mean', {}, 1],
    ['volume', {}, 1],
    ['rescore', {}, 1],
  ])('of %s %j is %i', (name, given, rows) => {
    expect(leastRows(metricNamed(name)!, asked(name, given))).toBe(rows);
  });
  it.each(catalogue.map((metric) => [metric.name, metric] as const))('of %s is found', (name, metric) => {
    expect(leastRows(metric, asked(name))).toBeGreaterThan(0);
  });
});

describe('chance differences between groups', () => {
  /** Tippett 1925; the constants d₂ of control charts (NIST/SEMATECH e-Handbook, 6.3.2). */
  it.each([
    [2, 1.128],
    [3, 1.693],
    [4, 2.059],
    [5, 2.326],
    [10, 3.078],
    [25, 3.931],
  ])('the range of %i standard normal values is %f', (count, range) => {
    expect(expectedNormalRange(count)).toBeCloseTo(range, 3);
  });
  it('of one group there is none', () => {
    expect([chanceGap(1, 50, 0.2), chanceRatio(1, 50, 0.2)]).toEqual([0, 1]);
  });
  it('two groups of 50 with a rate of 20 %', () => {
    // 2/√π · √(0.2·0.8/50), and exp(−2/√π · √(0.8/(0.2·50))).
    expect(chanceGap(2, 50, 0.2)).toBeCloseTo(0.0638, 4);
    expect(chanceRatio(2, 50, 0.2)).toBeCloseTo(0.7268, 4);
  });
});

/** Uniform numbers by a linear congruence (Park, Miller 1988): the same on every run. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('drift by chance', () => {
  it.each([
    'psi',
    'kl_divergence',
    'js_divergence',
    'js_distance',
    'hellinger',
    'chi_square',
    'cramers_v',
  ])('%s of ten cells is what random samples show', (name) => {
    const next = uniform(20_261_121);
    const cells = 10;
    const [current, reference, windows] = [400, 4_000, 300];
    const sample = (rows: number) => {
      const counts = new Array<number>(cells).fill(0);
      for (let row = 0; row < rows; row += 1) counts[Math.floor(next() * cells)]! += 1;
      return counts;
    };
    const values = Array.from({ length: windows }, () => {
      const result = metricNamed(name)!.compute(
        {
          kind: 'cells',
          reference: sample(reference),
          current: sample(current),
          missingReference: 0,
          missingCurrent: 0,
        },
        { arguments: asked(name), threshold: null, confidence: 0.95 },
      );
      return result.value ?? Number.NaN;
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / windows;
    const chance = chanceDrift(name, asked(name), { current, reference, cells }, mean)!;
    expect(chance.typical / mean).toBeGreaterThan(0.9);
    expect(chance.typical / mean).toBeLessThan(1.1);
    const above = values.filter((value) => value > mean).length / windows;
    expect(Math.abs(chance.exceedance - above)).toBeLessThan(0.08);
  });
  it('ks: the mean and the median of Kolmogorov’s distribution', () => {
    const window = { current: 2_000, reference: 2_000, cells: 0 };
    const root = Math.sqrt(1 / 1_000);
    expect(chanceDrift('ks', {}, window, 0.82757 * root)).toEqual({
      typical: expect.closeTo(0.86873 * root, 5) as number,
      exceedance: expect.closeTo(0.5, 1) as number,
    });
  });
  it('says nothing where there is no theory, no row or no second cell', () => {
    const window = { current: 100, reference: 100, cells: 10 };
    expect(chanceDrift('wasserstein', {}, window, 1)).toBeNull();
    expect(chanceDrift('constructor', {}, window, 1)).toBeNull();
    expect(chanceDrift('cramers_v', { correction: 'bias' }, window, 1)).toBeNull();
    expect(chanceDrift('psi', {}, { ...window, cells: 1 }, 1)).toBeNull();
    expect(chanceDrift('psi', {}, { ...window, current: 0 }, 1)).toBeNull();
  });
});

describe('the largest value there can be', () => {
  it.each([
    ['psi', {}, 18.43],
    ['psi', { profile: 'evidently' }, null],
    ['js_distance', { profile: 'evidently' }, 0.84],
    ['js_distance', {}, null],
    ['ks', {}, null],
  ])('of %s %j is %s', (name, given, most) => {
    expect(reachableMaximum(name, asked(name, given as Record<string, ArgumentValue>))).toBe(most);
  });
  it.each([
    ['psi', {}],
    ['js_distance', { profile: 'evidently' }],
  ] as const)('of %s %j is nearly reached by samples that share no cell', (name, given) => {
    const most = reachableMaximum(name, asked(name, given))!;
    const apart = {
      kind: 'cells',
      reference: [1e6, 0],
      current: [0, 1e6],
      missingReference: 0,
      missingCurrent: 0,
    } as const;
    const context = { arguments: asked(name, given), threshold: null, confidence: 0.95 };
    const { value } = metricNamed(name)!.compute(apart, context);
    expect(value).toBeLessThanOrEqual(most);
    expect(value).toBeGreaterThan(0.98 * most);
  });
});
