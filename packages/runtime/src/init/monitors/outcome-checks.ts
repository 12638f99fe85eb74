import type { CheckDraft } from '../draft.js';
import { columnText } from '../spelling.js';
import { between, metricValue } from './rules.js';
import type { MonitorSearch } from './search.js';

/** Discrimination and calibration, where outcomes are there. */
export function performanceChecks({ score, label, operatingPoint }: MonitorSearch): CheckDraft[] {
  if (score === null || label === null) return [];
  const check = (metric: string, rule: CheckDraft['rule']): CheckDraft => ({
    term: metric,
    metric,
    target: null,
    columns: [score, label],
    rule,
  });
  return [
    check('auroc', metricValue('below', 0.5, 1)),
    ...(operatingPoint === null ? [] : [check('sensitivity', metricValue('below', 0, 1))]),
    check('observed_expected', metricValue('outside', 0, Number.POSITIVE_INFINITY)),
    check('ece', metricValue('above', 0, 1)),
  ];
}

/** Larger gaps between groups are what chance makes of small groups, not what anybody would tolerate. */
const WIDEST_GAP = 0.5;
const SMALLEST_RATIO = 0.2;

const gap = between(
  'above',
  { warn: 0.05, fail: 0.1, because: 'a gap below 0.05 is not worth an alarm' },
  WIDEST_GAP,
);
const ratio = between(
  'below',
  { warn: 0.9, fail: 0.8, because: '0.8 is the four-fifths rule' },
  SMALLEST_RATIO,
);

/** Groups of patients against each other, each division with limits of its own. */
export function fairnessChecks({ score, label, operatingPoint, groups }: MonitorSearch): CheckDraft[] {
  if (score === null) return [];
  return groups.flatMap(({ name, column }): CheckDraft[] => {
    const check = (term: string, metric: string, more: readonly string[], rule: CheckDraft['rule']) => ({
      term: `${term} by ${name}`,
      metric,
      target: null,
      columns: [score, column, ...more],
      rule,
    });
    const outcome = label === null ? [] : [label];
    if (operatingPoint !== null)
      return [
        ...outcome.map((known) => check('sensitivity gap', 'sensitivity', [known], gap)),
        check('selection_rate ratio', 'selection_rate', [], ratio),
      ];
    if (label !== null) return [check('auroc gap', 'auroc', outcome, gap)];
    return [check(`mean gap of ${columnText(score)}`, 'mean', [], gap)];
  });
}
