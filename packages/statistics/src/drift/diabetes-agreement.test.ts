import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kolmogorovSurvival } from '../distributions/index.js';
import type { MetricDescriptor, MetricValue } from '../metric.js';
import { fillArguments } from '../metric-arguments.js';
import type { CellPair } from '../statistic.js';
import { categoryCells } from './category-cells.js';
import { chiSquare } from './chi-square.metric.js';
import { widthCuts } from './cuts.js';
import { jsDistance } from './js-distance.metric.js';
import { jsDivergence } from './js-divergence.metric.js';
import { psi } from './psi.metric.js';
import { totalVariation } from './total-variation.metric.js';

/** Values of scipy and numpy on a real clinical log, kept outside the repository. */
const oracle = new URL('../../../../../shared/data/diabetes130/expected_drift.json', import.meta.url);

interface NumericMonth {
  readonly n_current: number;
  readonly ks_statistic: number;
  readonly ks_p_asymptotic: number;
  readonly psi_quantile10: number;
  readonly js_divergence_quantile10_bits: number;
  readonly js_distance_quantile10: number;
  readonly quantile_counts_current: readonly number[];
}
interface CategoricalMonth {
  readonly counts_current: Record<string, number>;
  readonly psi: number;
  readonly js_divergence_bits: number;
  readonly total_variation: number;
  readonly chi2: number;
  readonly chi2_dof: number;
  readonly chi2_p: number;
}
interface Expected {
  readonly numeric: Record<
    string,
    {
      readonly n_reference: number;
      readonly quantile_counts_reference: readonly number[];
      readonly equal_width_cuts: readonly number[];
      readonly current: Record<string, NumericMonth>;
    }
  >;
  readonly categorical: Record<
    string,
    {
      readonly reference_counts: Record<string, number>;
      readonly current: Record<string, CategoricalMonth>;
    }
  >;
}

const skip = !existsSync(oracle);
const expected: Expected = skip
  ? { numeric: {}, categorical: {} }
  : (JSON.parse(readFileSync(oracle, 'utf8')) as Expected);
const suffix = skip ? ' (skipped: ../shared/data/diabetes130 is absent)' : '';

function value(descriptor: MetricDescriptor, cells: CellPair): MetricValue {
  const filled = fillArguments(descriptor, {});
  if ('problem' in filled) throw new Error(filled.problem);
  const result = descriptor.compute(cells, { arguments: filled.values, threshold: null, confidence: 0.95 });
  if (result.status !== 'value') throw new Error(result.reason);
  return result;
}

/** Agreement within a relative error, or an absolute one where the expected value itself is a cancelling sum. */
function near(actual: number | null, wanted: number, relative: number, what: string, absolute = 0): void {
  const error = Math.abs(actual! - wanted);
  expect(error, `${what}: ${actual} against ${wanted}`).toBeLessThanOrEqual(
    Math.max(relative * Math.abs(wanted), absolute),
  );
}
/** scipy's JS is a sum of terms of either sign and size up to 1; it is good to about this much. */
const jsRounding = 5e-16;

it.skipIf(skip)(`diabetes130: PSI and JS of every numeric feature and month${suffix}`, () => {
  let compared = 0;
  for (const [column, { quantile_counts_reference, current }] of Object.entries(expected.numeric)) {
    for (const [month, entry] of Object.entries(current)) {
      const cells: CellPair = {
        kind: 'cells',
        reference: quantile_counts_reference,
        current: entry.quantile_counts_current,
        missingReference: 0,
        missingCurrent: 0,
      };
      near(value(psi, cells).value, entry.psi_quantile10, 1e-12, `psi of ${column} in ${month}`);
      near(
        value(jsDivergence, cells).value,
        entry.js_divergence_quantile10_bits,
        1e-12,
        `js_divergence of ${column} in ${month}`,
        jsRounding,
      );
      near(
        value(jsDistance, cells).value ** 2,
        entry.js_distance_quantile10 ** 2,
        1e-12,
        `squared js_distance of ${column} in ${month}`,
        jsRounding,
      );
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

it.skipIf(skip)(`diabetes130: asymptotic p-values of KS${suffix}`, () => {
  for (const [column, { n_reference: n, current }] of Object.entries(expected.numeric)) {
    for (const [month, { n_current: m, ks_statistic, ks_p_asymptotic }] of Object.entries(current)) {
      const p = kolmogorovSurvival(Math.round((n * m) / (n + m)), ks_statistic);
      near(p, ks_p_asymptotic, 1e-9, `p of ks of ${column} in ${month}`);
    }
  }
});

it.skipIf(skip)(`diabetes130: PSI, JS, TV and chi-square of every category and month${suffix}`, () => {
  let smallest = 1;
  for (const [column, { reference_counts, current }] of Object.entries(expected.categorical)) {
    for (const [month, entry] of Object.entries(current)) {
      const side = (counts: Record<string, number>) => ({
        counts: new Map(Object.entries(counts)),
        missing: 0,
      });
      const cells = categoryCells(side(reference_counts), side(entry.counts_current), 'excluded');
      const at = `${column} in ${month}`;
      near(value(psi, cells).value, entry.psi, 1e-12, `psi of ${at}`);
      near(
        value(jsDivergence, cells).value,
        entry.js_divergence_bits,
        1e-12,
        `js_divergence of ${at}`,
        jsRounding,
      );
      near(value(totalVariation, cells).value, entry.total_variation, 1e-12, `total_variation of ${at}`);
      near(value(chiSquare, cells).value, entry.chi2, 1e-12, `chi2 of ${at}`);
      near(value(chiSquare, cells).pValue, entry.chi2_p, 1e-9, `p of chi2 of ${at}`, 1e-307);
      if (entry.chi2_p > 0) {
        expect(Math.abs(value(chiSquare, cells).pValue! / entry.chi2_p - 1), at).toBeLessThan(1e-9);
        smallest = Math.min(smallest, entry.chi2_p);
      }
    }
  }
  expect(smallest).toBeLessThan(1e-100);
});

it.skipIf(skip)(`diabetes130: cuts of equal width${suffix}`, () => {
  // Ranges of the two columns as published (README of the data): stays of 1–14 days, middle of decade bands 5–95.
  expect(widthCuts(1, 14, 10)).toEqual(expected.numeric.time_in_hospital!.equal_width_cuts);
  expect(widthCuts(5, 95, 10)).toEqual(expected.numeric.age_mid!.equal_width_cuts);
});
