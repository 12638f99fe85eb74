import { normalQuantile } from '../intervals/index.js';
import type { MetricResult } from '../metric.js';
import type { ScoreCounts } from '../statistic.js';
import { insufficient, tooFew } from './insufficient.js';
import { outcomeTotals } from './outcomes.js';
import { sumOverScores } from './sum-over-scores.js';

/**
 * Mean over the labelled rows of a quantity that each row's score and outcome determine, with the
 * normal interval of a mean (sample standard deviation, divided by the root of the rows).
 *
 * @param ofRow the row's contribution; `outcome` is 1 or 0
 * @param limits the quantity's smallest and largest possible mean; the interval is cut off there
 */
export function meanOverRows(
  counts: ScoreCounts,
  ofRow: (score: number, outcome: 0 | 1) => number,
  limits: readonly [number, number],
  confidence: number,
): MetricResult {
  const { rows } = outcomeTotals(counts);
  if (rows === 0) return insufficient(tooFew(0, 'labelled case')!, 0);
  const value =
    sumOverScores(
      counts,
      (score, positives, negatives) => positives * ofRow(score, 1) + negatives * ofRow(score, 0),
    ) / rows;
  const reason = tooFew(rows, 'labelled case');
  if (reason !== null) return insufficient(reason, rows, value);
  const squares = sumOverScores(
    counts,
    (score, positives, negatives) =>
      positives * (ofRow(score, 1) - value) ** 2 + negatives * (ofRow(score, 0) - value) ** 2,
  );
  const half = normalQuantile(confidence) * Math.sqrt(squares / (rows - 1) / rows);
  return {
    status: 'value',
    value,
    interval: half === 0 ? null : [Math.max(limits[0], value - half), Math.min(limits[1], value + half)],
    pValue: null,
    n: rows,
    nReference: null,
  };
}
