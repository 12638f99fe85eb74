import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibrationMetrics, reliabilityTable } from '../calibration/index.js';
import type { MetricResult } from '../metric.js';
import { performanceMetrics } from '../performance/index.js';
import type { ScoreCounts } from '../statistic.js';
import { gap, ratio } from './index.js';

/** Fairlearn, scikit-learn and NannyML, run on rows that this test makes again; outside the repository. */
const oracle = new URL('../../../../../shared/oracles/peer_metrics.json', import.meta.url);

interface GroupRates {
  readonly tpr: number;
  readonly fpr: number;
  readonly selection_rate: number;
  readonly accuracy: number;
  readonly precision: number;
}
interface Peers {
  readonly head: readonly (readonly [number, number, number, string, string])[];
  readonly fairlearn_by_group: Readonly<Record<string, GroupRates>>;
  readonly fairlearn_difference_between_groups: GroupRates;
  readonly fairlearn_ratio_between_groups: GroupRates;
  readonly fairlearn_sex: Readonly<Record<string, number>>;
  readonly sklearn: Readonly<Record<string, number>>;
  readonly sklearn_calibration_curve_10_uniform: {
    readonly prob_true: readonly number[];
    readonly prob_pred: readonly number[];
  };
  readonly nannyml_ece_equal_count_10: number;
}

interface Row {
  readonly score: number;
  readonly label: 0 | 1;
  readonly sex: string;
  readonly age: string;
}

/** The oracle's generator: state = 1664525 · state + 1013904223 mod 2³², u = (state + ½) / 2³². */
function rows(): Row[] {
  let state = 100;
  const uniform = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: 2000 }, () => {
    const score = uniform();
    const label = uniform() < score * score ? 1 : 0;
    const sex = uniform() < 0.5 ? 'M' : 'F';
    const age = ['young', 'mid', 'old'][Math.min(2, Math.floor(3 * uniform()))]!;
    return { score, label, sex, age };
  });
}

function countsOf(list: readonly Row[]): ScoreCounts {
  const sorted = [...list].sort((a, b) => a.score - b.score);
  return {
    kind: 'scores',
    scores: Float64Array.from(sorted, ({ score }) => score),
    positives: Float64Array.from(sorted, ({ label }) => label),
    negatives: Float64Array.from(sorted, ({ label }) => 1 - label),
    unlabelled: 0,
  };
}

function compute(name: string, list: readonly Row[], binning = 'width'): MetricResult {
  const metric = [...performanceMetrics, ...calibrationMetrics].find((candidate) => candidate.name === name)!;
  const context = { arguments: { bins: 10, binning }, threshold: 0.5, confidence: 0.95 };
  if (metric.needs === 'proportion') {
    const events = list.filter(({ score }) => score >= 0.5).length;
    return metric.compute({ kind: 'proportion', events, trials: list.length }, context);
  }
  return metric.compute(countsOf(list), context);
}

const present = existsSync(oracle);
const peers: Peers | null = present ? JSON.parse(readFileSync(oracle, 'utf8')).binary : null;
const all = rows();

describe.skipIf(peers === null)('peer metrics (../shared/oracles/peer_metrics.json)', () => {
  const near = (actual: number | null | undefined, expected: number | undefined) => {
    expect(Math.abs(actual! - expected!)).toBeLessThanOrEqual(1e-12);
  };
  const ours = [
    ['tpr', 'sensitivity'],
    ['fpr', 'false_positive_rate'],
    ['selection_rate', 'selection_rate'],
    ['accuracy', 'accuracy'],
    ['precision', 'ppv'],
  ] as const;

  it('the rows are the same', () => {
    peers!.head.forEach(([score, label, , sex, age], i) => {
      expect(all[i]).toEqual({ score, label, sex, age });
    });
  });

  it.each(ours)('%s by group, difference and ratio as Fairlearn', (theirs, name) => {
    const names = Object.keys(peers!.fairlearn_by_group);
    const results = names.map((group) => ({
      group: { crossing: group },
      result: compute(
        name,
        all.filter(({ sex, age }) => `${sex}|${age}` === group),
      ),
    }));
    names.forEach((group, i) => {
      near(results[i]?.result.value, peers!.fairlearn_by_group[group]?.[theirs]);
    });
    near(gap(results, 0.95).result.value, peers!.fairlearn_difference_between_groups[theirs]);
    near(ratio(results, 0.95).result.value, peers!.fairlearn_ratio_between_groups[theirs]);
  });

  it('demographic parity and equal opportunity are a gap and a ratio of ours', () => {
    const bySex = (name: string) =>
      ['F', 'M'].map((value) => ({
        group: { sex: value },
        result: compute(
          name,
          all.filter(({ sex }) => sex === value),
        ),
      }));
    const expected = peers!.fairlearn_sex;
    near(gap(bySex('selection_rate'), 0.95).result.value, expected.demographic_parity_difference);
    near(ratio(bySex('selection_rate'), 0.95).result.value, expected.demographic_parity_ratio);
    near(gap(bySex('sensitivity'), 0.95).result.value, expected.equal_opportunity_difference);
    near(ratio(bySex('sensitivity'), 0.95).result.value, expected.equal_opportunity_ratio);
  });

  it.each([
    ['roc_auc', 'auroc'],
    ['average_precision', 'average_precision'],
    ['brier', 'brier'],
    ['log_loss', 'log_loss'],
    ['f1', 'f1'],
    ['mcc', 'mcc'],
    ['balanced_accuracy', 'balanced_accuracy'],
  ])('%s as scikit-learn', (theirs, name) => {
    near(compute(name, all).value, peers!.sklearn[theirs]);
  });

  it('reliability table as scikit-learn', () => {
    const curve = peers!.sklearn_calibration_curve_10_uniform;
    reliabilityTable(countsOf(all), { bins: 10, binning: 'width' }, 0.95).forEach((bin, i) => {
      near(bin.meanScore, curve.prob_pred[i]);
      near(bin.observedRate, curve.prob_true[i]);
    });
  });

  it('ECE on bins of equal count as NannyML', () => {
    near(compute('ece', all, 'count').value, peers!.nannyml_ece_equal_count_10);
  });
});
