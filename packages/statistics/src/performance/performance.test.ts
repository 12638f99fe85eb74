import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../metric.js';
import type { ScoreCounts } from '../statistic.js';
import { performanceMetrics } from './index.js';
import reference from './scikit-learn.reference.json' with { type: 'json' };

type Cell = readonly [score: number, positives: number, negatives: number];

function counts(cells: readonly Cell[]): ScoreCounts {
  const sorted = [...cells].sort((a, b) => a[0] - b[0]);
  return {
    kind: 'scores',
    scores: Float64Array.from(sorted, ([score]) => score),
    positives: Float64Array.from(sorted, ([, positives]) => positives),
    negatives: Float64Array.from(sorted, ([, , negatives]) => negatives),
    unlabelled: 0,
  };
}

function compute(name: string, scores: ScoreCounts, threshold: number | null = null): MetricResult {
  const descriptor = performanceMetrics.find((metric) => metric.name === name);
  if (descriptor === undefined) throw new Error(`no metric ${name}`);
  return descriptor.compute(scores, { arguments: {}, threshold, confidence: 0.95 });
}

function near(actual: number | null | undefined, expected: number): void {
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), 0.1));
}

describe.each(reference.sets)('as scikit-learn and statsmodels: $name', (set) => {
  const scores: ScoreCounts = {
    kind: 'scores',
    scores: Float64Array.from(set.scores),
    positives: Float64Array.from(set.positives),
    negatives: Float64Array.from(set.negatives),
    unlabelled: 0,
  };
  it.each(Object.entries(set.performance))('%s', (name, expected) => {
    const result = compute(name, scores, reference.threshold);
    if (result.status !== 'value') throw new Error(result.reason);
    near(result.value, expected.value);
    if (expected.interval === null) expect(result.interval).toBeNull();
    else
      expected.interval.forEach((end, i) => {
        near(result.interval?.[i], end);
      });
  });

  it.each(['selection_rate', 'alert_rate'])('%s', (name) => {
    const rows = (from: number) =>
      set.scores.reduce(
        (sum, score, i) => sum + (score >= from ? set.positives[i]! + set.negatives[i]! : 0),
        0,
      );
    const descriptor = performanceMetrics.find((metric) => metric.name === name)!;
    const result = descriptor.compute(
      { kind: 'proportion', events: rows(reference.threshold), trials: rows(0) },
      { arguments: {}, threshold: reference.threshold, confidence: 0.95 },
    );
    if (result.status !== 'value') throw new Error(result.reason);
    near(result.value, set.selection.value);
    set.selection.interval.forEach((end, i) => {
      near(result.interval?.[i], end);
    });
  });
});

/** 30 true positives, 20 false positives, 10 false negatives, 40 true negatives at 0.5. */
const table = counts([
  [0.2, 10, 40],
  [0.8, 30, 20],
]);

describe('worked by hand at threshold 0.5: TP 30, FP 20, FN 10, TN 40', () => {
  it.each([
    ['sensitivity', 30 / 40, 40],
    ['specificity', 40 / 60, 60],
    ['ppv', 30 / 50, 50],
    ['npv', 40 / 50, 50],
    ['false_positive_rate', 20 / 60, 60],
    ['false_negative_rate', 10 / 40, 40],
    ['accuracy', 70 / 100, 100],
    ['prevalence', 40 / 100, 100],
    ['f1', 60 / 90, 60],
    ['balanced_accuracy', (30 / 40 + 40 / 60) / 2, 100],
    // (30·40 − 20·10) / √(50·40·60·50) = 1000 / √6,000,000
    ['mcc', 1000 / Math.sqrt(6_000_000), 100],
    // 30/100 − 20/100 · 0.5/0.5
    ['net_benefit', 0.1, 100],
    // Pairs: 30·40 won, 30·20 + 10·40 tied, 10·20 lost: (1200 + 500) / 2400
    ['auroc', 1700 / 2400, 100],
    // Recall ¾ at precision 30/50, then ¼ at 40/100
    ['average_precision', 0.75 * 0.6 + 0.25 * 0.4, 100],
    // 10·0.64 + 40·0.04 + 30·0.04 + 20·0.64, over 100
    ['brier', 0.22, 100],
    [
      'log_loss',
      -(10 * Math.log(0.2) + 40 * Math.log(0.8) + 30 * Math.log(0.8) + 20 * Math.log(0.2)) / 100,
      100,
    ],
  ])('%s', (name, value, n) => {
    const result = compute(name, table, 0.5);
    expect(result.status).toBe('value');
    expect(result.n).toBe(n);
    near(result.value, value);
  });
});

it('a score equal to the threshold is a positive prediction', () => {
  near(compute('sensitivity', table, 0.8).value, 30 / 40);
  near(compute('sensitivity', table, 0.8000000001).value, 0);
});

it('a rate carries its events and trials, so that groups can be compared', () => {
  expect(compute('sensitivity', table, 0.5)).toMatchObject({ proportion: { events: 30, trials: 40 } });
});

it('log loss clips certain predictions as scikit-learn does: a miss costs 52 ln 2 = 36.04 nats', () => {
  const misses = counts([
    [0, 1, 9],
    [1, 10, 0],
  ]);
  near(compute('log_loss', misses).value, (52 * Math.log(2)) / 20);
});

describe('insufficient, and never 0 or 1 by default', () => {
  const sevenPositives = counts([
    [0.2, 2, 50],
    [0.8, 5, 10],
  ]);
  const none = counts([]);
  const oneClass = counts([[0.4, 0, 50]]);
  it.each([
    ['sensitivity', sevenPositives, 5 / 7, '7 positive outcomes, 10 needed'],
    ['false_negative_rate', sevenPositives, 2 / 7, '7 positive outcomes, 10 needed'],
    ['f1', sevenPositives, 10 / 22, '7 positive outcomes, 10 needed'],
    [
      'auroc',
      sevenPositives,
      (5 * 50 + 0.5 * (5 * 10 + 2 * 50)) / (7 * 60),
      '7 positive outcomes, 10 needed',
    ],
    ['auroc', oneClass, null, '0 positive outcomes, 10 needed'],
    ['auroc', none, null, '0 positive outcomes, 10 needed; 0 negative outcomes, 10 needed'],
    ['average_precision', oneClass, null, '0 positive outcomes, 10 needed'],
    ['sensitivity', oneClass, null, '0 positive outcomes, 10 needed'],
    ['ppv', oneClass, null, '0 flagged labelled cases, 10 needed'],
    ['balanced_accuracy', oneClass, null, '0 positive outcomes, 10 needed'],
    ['specificity', counts([[0.2, 20, 1]]), 1, '1 negative outcome, 10 needed'],
    ['mcc', counts([[0.2, 20, 20]]), null, 'no case is flagged'],
    ['mcc', counts([[0.9, 20, 20]]), null, 'every case is flagged'],
    ['brier', none, null, '0 labelled cases, 10 needed'],
    ['net_benefit', none, null, '0 labelled cases, 10 needed'],
    ['prevalence', none, null, '0 labelled cases, 10 needed'],
    ['brier', counts([[3, 20, 20]]), null, 'the scores are not probabilities: some lie outside 0–1'],
    ['log_loss', counts([[-0.1, 20, 20]]), null, 'the scores are not probabilities: some lie outside 0–1'],
  ])('%s', (name, scores, value, reason) => {
    const result = compute(name, scores, 0.5);
    expect(result).toMatchObject({ status: 'insufficient', reason });
    if (value === null) expect(result.value).toBeNull();
    else near(result.value, value);
  });

  it.each(
    performanceMetrics.filter((metric) => metric.threshold === 'required' && metric.needs === 'scores'),
  )('$name without a threshold', ({ name }) => {
    expect(compute(name, table, null)).toMatchObject({ status: 'insufficient', value: null });
  });

  it('net benefit has no weight for false positives at a threshold of 1', () => {
    expect(compute('net_benefit', table, 1)).toMatchObject({ status: 'insufficient', value: null });
  });

  it('rescore: no rows, or a model that answers with NaN', () => {
    const descriptor = performanceMetrics.find((metric) => metric.name === 'rescore')!;
    const context = { arguments: { rows: null }, threshold: null, confidence: 0.95 };
    const run = (rows: number, largestDifference: number) =>
      descriptor.compute({ kind: 'rescore', rows, largestDifference }, context);
    expect(run(0, 0)).toMatchObject({ status: 'insufficient', value: null });
    expect(run(5, Number.NaN)).toMatchObject({ status: 'insufficient', value: null });
    expect(run(5, 2e-7)).toMatchObject({ status: 'value', value: 2e-7, n: 5 });
  });
});

it('scores without spread have no interval of the mean rather than one of width 0', () => {
  expect(compute('brier', counts([[0.5, 10, 10]]))).toMatchObject({ value: 0.25, interval: null });
});

const cells = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 0, max: 50 }).map((percent) => percent / 50),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
  ),
  { selector: ([score]) => score, minLength: 1, maxLength: 12 },
);

it('every value and interval stays inside the declared range, and the interval holds the value', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 49 }), (list, percent) => {
      for (const { name, needs, range } of performanceMetrics) {
        if (needs !== 'scores') continue;
        const result = compute(name, counts(list), percent / 50);
        const inside = (x: number) =>
          x >= (range.minimum ?? Number.NEGATIVE_INFINITY) - 1e-12 &&
          x <= (range.maximum ?? Number.POSITIVE_INFINITY) + 1e-12;
        if (result.value !== null) expect(inside(result.value)).toBe(true);
        if (result.status === 'insufficient' || result.interval === null) continue;
        const [lower, upper] = result.interval;
        expect(inside(lower) && inside(upper)).toBe(true);
        expect(lower <= result.value + 1e-12 && result.value <= upper + 1e-12).toBe(true);
      }
    }),
  );
});

it('sensitivity + false negative rate = 1 and specificity + false positive rate = 1', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 0, max: 50 }), (list, percent) => {
      const at = percent / 50;
      for (const [one, other] of [
        ['sensitivity', 'false_negative_rate'],
        ['specificity', 'false_positive_rate'],
      ] as const) {
        const first = compute(one, counts(list), at).value;
        const second = compute(other, counts(list), at).value;
        if (first === null || second === null) expect(first).toBe(second);
        else expect(first + second).toBeCloseTo(1, 12);
      }
    }),
  );
});

describe.each(performanceMetrics)('descriptor of $name', (metric) => {
  it('is complete', () => {
    for (const text of [metric.title, metric.summary, metric.formula, metric.source]) {
      expect(text).not.toBe('');
    }
    expect(metric.name).toMatch(/^[a-z][a-z0-9_]*$/);
    const sentence = metric.sentence({ value: '41 %', target: 'score', threshold: '0.15' });
    expect(sentence).toContain('41 %');
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    if (metric.threshold === 'required') expect(sentence).toContain('0.15');
  });
});
