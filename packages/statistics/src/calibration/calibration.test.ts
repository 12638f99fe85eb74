import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArgumentValue, MetricResult } from '../metric.js';
import reference from '../performance/scikit-learn.reference.json' with { type: 'json' };
import type { ScoreCounts } from '../statistic.js';
import { calibrationMetrics, reliabilityTable } from './index.js';

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

function compute(name: string, scores: ScoreCounts, given: Record<string, ArgumentValue> = {}): MetricResult {
  const descriptor = calibrationMetrics.find((metric) => metric.name === name);
  if (descriptor === undefined) throw new Error(`no metric ${name}`);
  const defaults = Object.fromEntries(
    descriptor.parameters.map((parameter) => [parameter.name, parameter.default]),
  );
  return descriptor.compute(scores, {
    arguments: { ...defaults, ...given },
    threshold: null,
    confidence: 0.95,
  });
}

function near(actual: number | null | undefined, expected: number, relative = 1e-12): void {
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 0.1));
}

describe.each(reference.sets)('as statsmodels, scikit-learn and scipy: $name', (set) => {
  const scores: ScoreCounts = {
    kind: 'scores',
    scores: Float64Array.from(set.scores),
    positives: Float64Array.from(set.positives),
    negatives: Float64Array.from(set.negatives),
    unlabelled: 0,
  };

  it.each(Object.entries(set.calibration))('%s', (name, expected) => {
    const result = compute(name, scores);
    if (result.status !== 'value') throw new Error(result.reason);
    near(result.value, expected.value);
    if (expected.interval === null) expect(result.interval).toBeNull();
    else
      expected.interval.forEach((end, i) => {
        near(result.interval?.[i], end);
      });
    if ('pValue' in expected) near(result.pValue, expected.pValue, 1e-9);
  });

  it.each(['ece', 'mce'] as const)('%s on bins of equal count', (name) => {
    near(compute(name, scores, { binning: 'count' }).value, set.equal_count[name]);
  });

  it.each([
    ['width', set.equal_width],
    ['count', set.equal_count],
  ] as const)('reliability table, equal %s', (binning, expected) => {
    const filled = reliabilityTable(scores, { bins: 10, binning }, 0.95).filter(({ rows }) => rows > 0);
    expect(filled).toHaveLength(expected.meanScore.length);
    filled.forEach((bin, i) => {
      near(bin.meanScore, expected.meanScore[i]!);
      near(bin.observedRate, expected.observedRate[i]!);
    });
  });
});

describe('worked by hand', () => {
  it('two scores fit the recalibration exactly, so slope and intercept follow from the two observed rates', () => {
    // logit(0.2) = −ln 4, logit(0.8) = ln 4; observed rates 25 % and 60 %: logits −ln 3 and ln 1.5.
    const table = counts([
      [0.2, 10, 30],
      [0.8, 36, 24],
    ]);
    const slope = (Math.log(1.5) + Math.log(3)) / (2 * Math.log(4));
    near(compute('calibration_slope', table).value, slope);
    near(compute('calibration_intercept', table).value, Math.log(1.5) - slope * Math.log(4));
    // A saturated fit: each logit has variance 1/positives + 1/negatives; the slope is their difference / (2 ln 4).
    const error = Math.sqrt(1 / 10 + 1 / 30 + 1 / 36 + 1 / 24) / (2 * Math.log(4));
    const result = compute('calibration_slope', table);
    if (result.status !== 'value') throw new Error(result.reason);
    near(result.interval?.[0], slope - 1.959963984540054 * error);
  });

  it('calibration in the large of one score is the logit of the rate less the logit of the score', () => {
    // 20 of 80 at 0.5: logit(¼) − 0 = −ln 3.
    near(compute('calibration_in_the_large', counts([[0.5, 20, 60]])).value, -Math.log(3));
  });

  it('observed / expected: 30 seen where 0.2 · 50 + 0.4 · 50 = 30 are expected, and 0 seen', () => {
    const exact = counts([
      [0.2, 12, 38],
      [0.4, 18, 32],
    ]);
    near(compute('observed_expected', exact).value, 1);
    // Garwood's upper limit for 0 events is −ln 0.025 = 3.689.
    const silent = compute('observed_expected', counts([[0.2, 0, 100]]));
    expect(silent).toMatchObject({ status: 'value', value: 0 });
    if (silent.status === 'value') {
      expect(silent.interval?.[0]).toBe(0);
      near(silent.interval?.[1], -Math.log(0.025) / 20);
    }
  });

  it('ECE and MCE over two bins', () => {
    // Bin 2: mean 0.2 against 30/60 = 0.5; bin 8: 0.8 against 30/40 = 0.75.
    const table = counts([
      [0.2, 30, 30],
      [0.8, 30, 10],
    ]);
    near(compute('ece', table).value, 0.6 * 0.3 + 0.4 * 0.05);
    near(compute('mce', table).value, 0.3);
  });

  it('a score of exactly 1 belongs to the last bin', () => {
    const bins = reliabilityTable(
      counts([
        [0.9, 1, 1],
        [1, 2, 0],
      ]),
      { bins: 10, binning: 'width' },
      0.95,
    );
    expect(bins[9]).toMatchObject({ lower: 0.9, upper: 1, rows: 4, positives: 3, meanScore: 0.95 });
    expect(bins[0]).toMatchObject({ rows: 0, meanScore: null, observedRate: null, interval: null });
  });

  it('equal count: four distinct scores, two bins, cut at the interpolated median 0.25', () => {
    const bins = reliabilityTable(
      counts([
        [0.1, 1, 0],
        [0.2, 0, 1],
        [0.3, 1, 0],
        [0.4, 0, 1],
      ]),
      { bins: 2, binning: 'count' },
      0.95,
    );
    expect(bins.map(({ rows }) => rows)).toEqual([2, 2]);
    near(bins[0]?.upper, 0.25);
  });
});

describe('insufficient', () => {
  const separated = counts([
    [0.2, 0, 20],
    [0.8, 20, 0],
  ]);
  it.each([
    [
      'calibration_slope',
      separated,
      null,
      'the scores separate the outcomes completely, so no finite slope exists',
    ],
    [
      'calibration_intercept',
      counts([
        [0.2, 0, 20],
        [0.5, 5, 5],
        [0.8, 20, 0],
      ]),
      null,
      'the scores separate the outcomes completely, so no finite slope exists',
    ],
    ['calibration_slope', counts([[0.3, 20, 20]]), null, 'all scores are equal, so no slope exists'],
    ['calibration_slope', counts([[0.3, 0, 20]]), null, '0 positive outcomes, 10 needed'],
    [
      'calibration_in_the_large',
      counts([[0.5, 3, 9]]),
      -Math.log(3),
      '3 positive outcomes, 10 needed; 9 negative outcomes, 10 needed',
    ],
    ['observed_expected', counts([[0.1, 4, 16]]), 2, '2.0 expected outcomes, 10 needed'],
    ['observed_expected', counts([[0, 4, 16]]), null, 'the scores are all 0, so no outcome is expected'],
    ['observed_expected', counts([]), null, 'no labelled case'],
    ['ece', counts([[0.5, 30, 30]]), 0, '60 labelled cases, 100 needed for 10 bins'],
    ['mce', counts([]), null, 'no labelled case'],
    ['spiegelhalter_z', counts([[0.5, 30, 30]]), null, 'every score is 0, ½ or 1, so z is undefined'],
    ['ece', counts([[2, 30, 30]]), null, 'the scores are not probabilities: some lie outside 0–1'],
  ])('%s', (name, scores, value, reason) => {
    const result = compute(name, scores);
    expect(result).toMatchObject({ status: 'insufficient', reason });
    if (value === null) expect(result.value).toBeNull();
    else near(result.value, value);
  });

  it('quasi-separation is not all: one overlapping pair gives a finite slope', () => {
    const overlapping = counts([
      [0.2, 1, 20],
      [0.8, 20, 1],
    ]);
    // Saturated as above: logit(20/21) = ln 20 on both sides.
    near(compute('calibration_slope', overlapping).value, Math.log(20) / Math.log(4));
  });
});

describe('estimates far from where the search starts, where a full Newton step would saturate (mpmath, 40 digits)', () => {
  it('intercept −24.6: two of three at the low score, one of 142,250 at nearly 1', () => {
    const scores = counts([
      [1.4e-4, 2, 3],
      [0.9999999, 1, 142_249],
    ]);
    const result = compute('calibration_in_the_large', scores);
    // Three positive outcomes are too few to judge; the value is there all the same.
    expect(result.status).toBe('insufficient');
    near(result.value, -24.58221753143093, 1e-11);
  });

  it('slope −337: scores that almost separate the outcomes, the wrong way round', () => {
    const cells: readonly Cell[] = [
      [0.0002, 0, 2],
      [0.0005, 1, 2],
      [0.0013, 554_945, 0],
      [0.15, 0, 0],
      [0.46, 1, 2],
      [0.539, 885_224, 3],
      [0.544, 298_024, 615_034],
      [0.65, 0, 2],
      [0.98, 2, 1],
    ];
    near(compute('calibration_slope', counts(cells)).value, -336.8821762917229, 1e-11);
    near(compute('calibration_intercept', counts(cells)).value, 58.73063994050519, 1e-11);
  });
});

it('scores of 0 and 1 are clipped to 1e-6 and 1 − 1e-6', () => {
  const extreme: readonly Cell[] = [
    [0, 5, 30],
    [0.4, 10, 20],
    [1, 30, 6],
  ];
  const clipped = counts(
    extreme.map(([score, p, n]): Cell => [Math.min(Math.max(score, 1e-6), 1 - 1e-6), p, n]),
  );
  expect(compute('calibration_slope', counts(extreme))).toEqual(compute('calibration_slope', clipped));
});

const cells = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
  ),
  { selector: ([score]) => score, minLength: 2, maxLength: 15 },
);

it('recalibrated scores have slope 1, intercept 0 and as many expected as observed outcomes', () => {
  fc.assert(
    fc.property(cells, (list) => {
      const slope = compute('calibration_slope', counts(list)).value!;
      const intercept = compute('calibration_intercept', counts(list)).value!;
      const recalibrated = list.map(([score, p, n]): Cell => {
        const logit = intercept + slope * Math.log(score / (1 - score));
        return [1 / (1 + Math.exp(-logit)), p, n];
      });
      // A slope of next to 0 makes all scores alike, where the second fit loses its digits.
      fc.pre(Math.abs(slope) > 0.05);
      const again = counts(recalibrated);
      near(compute('calibration_slope', again).value, 1, 1e-8);
      near(compute('calibration_intercept', again).value, 0, 1e-7);
      near(compute('calibration_in_the_large', again).value, 0, 1e-8);
      near(compute('observed_expected', again).value, 1, 1e-10);
    }),
  );
});

it('ECE ≤ MCE ≤ 1, and the table counts every row once, for both binnings', () => {
  fc.assert(
    fc.property(
      cells,
      fc.integer({ min: 2, max: 25 }),
      fc.constantFrom('width', 'count'),
      (list, bins, binning) => {
        const scores = counts(list);
        const ece = compute('ece', scores, { bins, binning }).value!;
        const mce = compute('mce', scores, { bins, binning }).value!;
        expect(ece <= mce + 1e-12 && mce <= 1).toBe(true);
        const table = reliabilityTable(
          scores,
          { bins, binning: binning === 'count' ? 'count' : 'width' },
          0.95,
        );
        expect(table.reduce((sum, { rows }) => sum + rows, 0)).toBe(
          list.reduce((sum, [, p, n]) => sum + p + n, 0),
        );
      },
    ),
  );
});

describe.each(calibrationMetrics)('descriptor of $name', (metric) => {
  it('is complete', () => {
    for (const text of [metric.title, metric.summary, metric.formula, metric.source])
      expect(text).not.toBe('');
    expect(metric.name).toMatch(/^[a-z][a-z0-9_]*$/);
    const sentence = metric.sentence({ value: '0.93', target: 'score', threshold: null });
    expect(sentence).toContain('0.93');
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    if (metric.better === 'target') expect(metric.targetValue).toBeTypeOf('number');
  });
});
