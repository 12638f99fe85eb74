import type { ArgumentValue, MetricContext, MetricDescriptor } from '../metric.js';
import type { ScoreCounts, Statistic, StatisticKind } from '../statistic.js';

/** More rows than any metric asks for. */
const MOST = 1_000_000;
const THRESHOLD = 0.5;

/**
 * The fewest rows of a window with which a metric can say anything at all, found by asking the metric itself about the
 * most favourable rows. With fewer, every window is "not enough data"; with as many, most still may be.
 *
 * @param asked its arguments, defaults filled in
 * @returns null where no number of rows is enough
 */
export function leastRows(
  metric: MetricDescriptor,
  asked: Readonly<Record<string, ArgumentValue | null>>,
): number | null {
  const context: MetricContext = { arguments: asked, threshold: THRESHOLD, confidence: 0.95 };
  const says = (rows: number) =>
    favourable(metric.needs, rows).some((statistic) => metric.compute(statistic, context).status === 'value');
  if (!says(MOST)) return null;
  // Metrics ask for tens or hundreds of rows: doubling finds that sooner than halving a million.
  let high = 1;
  while (high < MOST && !says(high)) high = Math.min(MOST, high * 2);
  let low = Math.floor(high / 2) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (says(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Statistics of so many rows of which one at least suits each metric. */
function favourable(kind: StatisticKind, rows: number): Statistic[] {
  const half = Math.floor(rows / 2);
  switch (kind) {
    case 'rows':
      return [{ kind, rows }];
    case 'proportion':
      return [{ kind, events: half, trials: rows }];
    case 'moments':
      return [{ kind, count: rows, missing: 0, sum: half, sumOfSquares: half, minimum: 0, maximum: 1 }];
    case 'cells':
      return [
        {
          kind,
          reference: [MOST, MOST],
          current: [half, rows - half],
          missingReference: 0,
          missingCurrent: 0,
        },
      ];
    case 'distributions':
      return [distributions(rows)];
    case 'rescore':
      return [{ kind, rows, largestDifference: 0 }];
    case 'scores':
      return [
        scores([[1, rows, 0]]),
        scores([[0, 0, rows]]),
        scores([[1, 0, rows]]),
        scores([
          [0.25, Math.floor(half / 2), half - Math.floor(half / 2)],
          [0.75, rows - half - Math.floor((rows - half) / 2), Math.floor((rows - half) / 2)],
        ]),
        scores([
          [0.25, 0, half],
          [0.75, rows - half, 0],
        ]),
      ];
  }
}

function scores(
  rows: readonly (readonly [score: number, positives: number, negatives: number])[],
): ScoreCounts {
  const column = (index: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[index]);
  return { kind: 'scores', scores: column(0), positives: column(1), negatives: column(2), unlabelled: 0 };
}

function distributions(rows: number): Statistic {
  const half = Math.floor(rows / 2);
  const values = (low: number, high: number) => ({
    values: Float64Array.of(0, 1),
    counts: Float64Array.of(low, high),
  });
  const segment = {
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
    referenceCount: 200,
    currentCount: rows,
    referenceSum: 100,
    currentSum: rows - half,
    values: { reference: values(100, 100), current: values(half, rows - half) },
  };
  return {
    kind: 'distributions',
    nReference: 200,
    nCurrent: rows,
    segments: [segment],
    reference: {
      kind: 'moments',
      count: 200,
      missing: 0,
      sum: 100,
      sumOfSquares: 100,
      minimum: 0,
      maximum: 1,
    },
    referenceQuartiles: [0, 1],
  };
}
