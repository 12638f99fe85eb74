import { expect } from 'vitest';
import { byMonth, folder, itOnDiabetes130, report, vigil } from '../vigil.js';
import { categoricalFeatures, numericFeatures, type Oracle, oracle, relativeError, spec } from './spec.js';

/** Metric in the spec -> name in expected_drift.json, for numeric columns and scores. */
const numericMetrics = [
  ['psi', 'psi_quantile10'],
  ['psi(binning: width)', 'psi_equal_width10'],
  ['js_divergence', 'js_divergence_quantile10_bits'],
  ['js_distance', 'js_distance_quantile10'],
  ['js_divergence(binning: width)', 'js_divergence_equal_width10_bits'],
  ['ks(method: asymptotic)', 'ks_statistic'],
  ['wasserstein', 'wasserstein'],
  ['wasserstein(normalise: sd)', 'wasserstein_over_reference_sd'],
  ['mean', 'mean_current'],
  ['missing', 'missing_rate_current'],
] as const;
const categoricalMetrics = [
  ['psi', 'psi'],
  ['js_divergence', 'js_divergence_bits'],
  ['js_distance', 'js_distance'],
  ['total_variation', 'total_variation'],
  ['chi_square', 'chi2'],
] as const;

/** A limit that a metric can break, and does not break here: the numbers are compared, not the verdicts. */
function reachable(metric: string): number {
  if (metric.startsWith('psi')) return 9;
  return /^(wasserstein|mean|chi)/.test(metric) ? 1000000 : 0.99;
}

function drift(
  metrics: readonly (readonly [string, string])[],
  columns: readonly string[],
  every = '1 month',
) {
  const text = spec(`monitor Drift on Production {
  every ${every} against Training
${metrics.map(([metric]) => `  check ${metric} of ${columns.join(', ')} fail > ${reachable(metric)}`).join('\n')}
}`);
  const outcome = vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: folder({ 'spec.vigil': text }) });
  return report(outcome).results;
}

function compare(
  metrics: readonly (readonly [string, string])[],
  columns: readonly string[],
  expected: (column: string) => Oracle,
  pValue: string,
) {
  const results = drift(metrics, columns);
  let compared = 0;
  for (const column of columns)
    for (const [index, [metric, key]] of metrics.entries()) {
      const months = byMonth(results.filter((r) => r.check === index && r.target === column));
      for (const [month, values] of Object.entries(expected(column)).filter(([m]) => m !== 'all')) {
        const result = months.get(month)!;
        const where = `${metric} of ${column} in ${month}`;
        expect(result, where).toBeDefined();
        if (values[key] === undefined) continue;
        expect(relativeError(result.value!, values[key]), where).toBeLessThanOrEqual(1e-9);
        if (values.n_current !== undefined && key !== 'missing_rate_current')
          expect(result.n, `n of ${where}`).toBe(
            Math.round(values.n_current * (1 - (values.missing_rate_current ?? 0))),
          );
        if ((key === 'ks_statistic' || key === 'chi2') && values[pValue] !== undefined)
          expect(relativeError(result.pValue!, values[pValue]), `p of ${where}`).toBeLessThanOrEqual(1e-9);
        compared++;
      }
    }
  return compared;
}

itOnDiabetes130('numeric drift agrees with scipy and numpy for every month given', () => {
  const expected = oracle('expected_drift.json').numeric!;
  expect(
    compare(numericMetrics, numericFeatures, (c) => expected[c]!.current!, 'ks_p_asymptotic'),
  ).toBeGreaterThan(500);
});

itOnDiabetes130('drift of both scores agrees for every month given', () => {
  const expected = oracle('expected_drift.json').score!;
  const names: Record<string, string> = { score: '1.0.0', shadow_score: '2.0.0' };
  expect(
    compare(
      numericMetrics,
      ['score', 'shadow_score'],
      (c) => expected[names[c]!]!.current!,
      'ks_p_asymptotic',
    ),
  ).toBeGreaterThan(100);
});

itOnDiabetes130('categorical drift agrees for every month given, missing as a category of its own', () => {
  const expected = oracle('expected_drift.json').categorical!;
  expect(
    compare(categoricalMetrics, categoricalFeatures, (c) => expected[c]!.current!, 'chi2_p'),
  ).toBeGreaterThan(500);
});

itOnDiabetes130('drift of the whole year in one window agrees', () => {
  const expected = oracle('expected_drift.json').numeric!;
  const metrics = [
    ['psi', 'psi_quantile10'],
    ['ks(method: asymptotic)', 'ks_statistic'],
    ['wasserstein', 'wasserstein'],
  ] as const;
  const results = drift(metrics, numericFeatures, '1 year');
  for (const column of numericFeatures)
    for (const [metric, key] of metrics) {
      const result = results.find((r) => r.metric === metric.replace(/\(.*/, '') && r.target === column)!;
      expect(
        relativeError(result.value!, expected[column]!.current!.all![key]!),
        `${metric} of ${column}`,
      ).toBeLessThanOrEqual(1e-9);
    }
});
