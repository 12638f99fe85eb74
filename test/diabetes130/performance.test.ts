import type { ReportResult } from '@vigil/runtime';
import { expect } from 'vitest';
import { byMonth, folder, itOnDiabetes130, report, vigil } from '../vigil.js';
import { type Oracle, oracle, relativeError, spec } from './spec.js';

/** Metric -> what expected.json calls it; observed/expected is the inverse of theirs. */
const metrics: readonly (readonly [string, (o: Oracle) => number | undefined])[] = [
  ['auroc', (o) => o.auroc],
  ['average_precision', (o) => o.pr_auc_average_precision],
  ['brier', (o) => o.brier],
  ['log_loss', (o) => o.log_loss],
  ['ece', (o) => o.ece_10_equal_width],
  ['mce', (o) => o.mce_10_equal_width],
  ['calibration_slope', (o) => o.calibration_slope],
  ['calibration_intercept', (o) => o.calibration_intercept],
  ['calibration_in_the_large', (o) => o.calibration_in_the_large],
  ['observed_expected', (o) => (o.expected_over_observed ? 1 / o.expected_over_observed : undefined)],
  ['sensitivity', (o) => o.sensitivity],
  ['specificity', (o) => o.specificity],
  ['ppv', (o) => o.ppv],
  ['npv', (o) => o.npv],
  ['false_positive_rate', (o) => o.fpr],
  ['false_negative_rate', (o) => o.fnr],
  ['accuracy', (o) => o.accuracy],
  ['balanced_accuracy', (o) => o.balanced_accuracy],
  ['f1', (o) => o.f1],
  ['alert_rate', (o) => o.alert_rate],
  ['net_benefit', (o) => o.net_benefit_at_threshold],
];
const checks = (suffix = '') =>
  metrics.map(([name]) => `  check ${name}${suffix} fail < -1000000`).join('\n');

function run(monitors: string, ...options: string[]) {
  // Limits far outside a metric's range are refused by the checker; -1e6 is replaced by each metric's reachable one.
  const text = spec(
    monitors.replaceAll(
      /check (\S+)(.*) fail < -1000000/g,
      (_, name, rest) => `check ${name}${rest} ${anyLimit(name)}`,
    ),
  );
  return report(
    vigil(['run', 'spec.vigil', '--format', 'json', ...options], { cwd: folder({ 'spec.vigil': text }) }),
  ).results;
}
/** A limit in the metric's worse direction; the verdict is not what these tests look at. */
function anyLimit(name: string): string {
  if (/^(brier|ece|mce|false|log_loss|alert_rate)/.test(name)) return 'fail > 0.99';
  if (/^observed_expected$|^calibration/.test(name))
    return 'fail outside -5..5'.replace('-5', name === 'observed_expected' ? '0.01' : '-5');
  return 'fail < 0.001';
}

/** The rows a value rests on: a rate's own denominator, else all labelled rows. */
function denominator(name: string, o: Oracle): number {
  const sum = (...counts: readonly string[]): number => {
    const values = counts.map((count) => o[count]);
    for (const value of values) expect(value).toBeTypeOf('number');
    return values.reduce<number>((total, value) => total + (value ?? 0), 0);
  };
  if (name === 'sensitivity' || name === 'false_negative_rate') return sum('tp', 'fn');
  if (name === 'specificity' || name === 'false_positive_rate') return sum('tn', 'fp');
  if (name === 'ppv') return sum('tp', 'fp');
  if (name === 'npv') return sum('tn', 'fn');
  if (name === 'f1') return sum('tp', 'fp', 'fn');
  return sum('n');
}

function agree(
  result: ReportResult | undefined,
  expected: Oracle,
  value: number | undefined,
  where: string,
): boolean {
  if (value === undefined || value === null) return false;
  expect(result, where).toBeDefined();
  if (result!.value === null) {
    // Below the metric's minimum denominator a value may be withheld, but then it must say so.
    expect(result!.verdict, where).toBe('insufficient');
    return false;
  }
  expect(
    relativeError(result!.value, value),
    `${where}: ${result!.value} against ${value}`,
  ).toBeLessThanOrEqual(1e-9);
  if (result!.metric === 'auroc' && result!.interval)
    for (const side of [0, 1] as const)
      expect(
        relativeError(result!.interval[side], (expected.auroc_ci95_delong as unknown as number[])[side]!),
        where,
      ).toBeLessThanOrEqual(1e-9);
  if ((result!.metric === 'sensitivity' || result!.metric === 'specificity') && result!.interval)
    for (const side of [0, 1] as const)
      expect(
        relativeError(
          result!.interval[side],
          (expected[`${result!.metric}_ci95_wilson`] as unknown as number[])[side]!,
        ),
        where,
      ).toBeLessThanOrEqual(1e-9);
  return true;
}

itOnDiabetes130('performance by month agrees with scikit-learn for champion and challenger', () => {
  const expected = oracle('expected.json').models!;
  for (const [version, suffix] of [
    ['1.0.0', ''],
    ['2.0.0', ' of shadow_score'],
  ] as const) {
    const results = run(`monitor M on Production { every 1 month\n${checks(suffix)}\n}`);
    let compared = 0;
    for (const [name, value] of metrics) {
      const months = byMonth(results.filter((r) => r.metric === name));
      for (const [month, o] of Object.entries(expected[version]!.production_by_month!)) {
        const result = months.get(month);
        if (agree(result, o, value(o), `${version} ${name} ${month}`)) compared++;
        if (name !== 'alert_rate') expect(result!.n, `n of ${name} ${month}`).toBe(denominator(name, o));
      }
    }
    expect(compared).toBeGreaterThan(110);
  }
});

itOnDiabetes130('performance by subgroup and intersection agrees, small groups are never dropped', () => {
  const groups = oracle('expected.json').models!['1.0.0']!.production_by_subgroup!;
  const results = run(
    `monitor M on Production { every 1 year by race, gender, race * gender\n${checks()}\n}`,
  );
  let compared = 0;
  for (const [name, value] of metrics)
    for (const [dimensions, key] of [
      [['race'], 'race'],
      [['gender'], 'gender'],
      [['race', 'gender'], 'race_x_gender'],
    ] as const)
      for (const [label, o] of Object.entries(groups[key]!)) {
        if (label.includes('(missing)')) continue;
        const parts = label.split(' | ');
        const result = results.find(
          (r) =>
            r.metric === name &&
            r.group !== null &&
            Object.keys(r.group).length === dimensions.length &&
            dimensions.every((d, i) => r.group![d] === parts[i]),
        );
        if (agree(result, o, value(o), `${name} ${label}`)) compared++;
      }
  expect(compared).toBeGreaterThan(250);
});

itOnDiabetes130('gaps and ratios between groups agree with the fairness oracle', () => {
  const gaps = oracle('expected.json').models!['1.0.0']!.fairness_gaps_production!;
  const results = run(`monitor M on Production {
  every 1 year by large_race, large_gender
  check alert_rate gap fail > 0.99
  check alert_rate ratio fail < 0.01
  check sensitivity gap fail > 0.99
  check false_positive_rate gap fail > 0.99
  check ppv gap fail > 0.99
  check auroc gap fail > 0.99
}`);
  for (const [dimension, key] of [
    ['large_race', 'race'],
    ['large_gender', 'gender'],
  ] as const) {
    const aggregate = (metric: string, kind: string) =>
      results.find(
        (r) => r.metric === metric && r.aggregate?.kind === kind && r.aggregate.over.join() === dimension,
      )!.value!;
    const o = gaps[key]!;
    const pairs = [
      [aggregate('alert_rate', 'gap'), o['demographic_parity_difference (max-min alert rate)']],
      [aggregate('alert_rate', 'ratio'), o['demographic_parity_ratio (min/max alert rate)']],
      [aggregate('sensitivity', 'gap'), o['equal_opportunity_difference (max-min sensitivity)']],
      [aggregate('false_positive_rate', 'gap'), o['fpr_difference (max-min)']],
      [aggregate('ppv', 'gap'), o['predictive_parity_difference (max-min ppv)']],
      [aggregate('auroc', 'gap'), o['auroc_difference (max-min)']],
    ] as const;
    for (const [actual, value] of pairs) expect(relativeError(actual, value!), key).toBeLessThanOrEqual(1e-9);
  }
});

itOnDiabetes130('labels that are not yet known on 2024-12-16 do not count', () => {
  const o = oracle('expected.json').label_maturity!['champion_month_2024-11_labelled_only']!;
  const results = run(
    `monitor M on Production { every 1 month\n${checks()}\n}`,
    '--as-of',
    '2024-12-16T00:00:00Z',
  );
  for (const [name, value] of metrics.filter(([n]) => n !== 'alert_rate')) {
    const november = byMonth(results.filter((r) => r.metric === name)).get('2024-11')!;
    agree(november, o, value(o), `${name} 2024-11`);
    expect(november.n, name).toBe(denominator(name, o));
  }
});

itOnDiabetes130('a window whose labels are not mature is insufficient, with the share that is', () => {
  const results = run(
    `monitor M on Production { every 1 month after labels mature 30 days\n  check auroc fail < 0.5\n}`,
    '--as-of',
    '2024-12-16T00:00:00Z',
  );
  const months = byMonth(results);
  expect(months.get('2024-10')!.verdict).toBe('pass');
  expect(months.get('2024-11')!.verdict).toBe('insufficient');
  // 2,484 of November's 4,967 rows are older than 30 days (expected.json, label_maturity)
  expect(months.get('2024-11')!.n).toBe(2484);
  expect(months.get('2024-11')!.mature).toBeCloseTo(2484 / 4967, 12);
  expect(months.get('2024-12')!.mature).toBe(0);
});
