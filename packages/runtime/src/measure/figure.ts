import { type CellPair, reliabilityTable, type ScoreCounts, type Statistic } from '@vigil/statistics';

/** Shares of a column's values in the reference and in the window; null where too few rows stand behind one. */
export interface DistributionFigure {
  readonly kind: 'distribution';
  readonly cells: readonly {
    readonly name: string;
    readonly reference: number | null;
    readonly current: number | null;
  }[];
}

/** Predicted against observed risk in ten bins of equal width; bins with too few rows are left out. */
export interface ReliabilityFigure {
  readonly kind: 'reliability';
  readonly bins: readonly {
    readonly predicted: number;
    readonly observed: number;
    /** Wilson interval of the observed rate. */
    readonly interval: readonly [number, number];
    readonly n: number;
  }[];
}

export type Figure = DistributionFigure | ReliabilityFigure;

/**
 * Fewer rows than this are not shown, so that nobody is recognised behind them (CMS cell size suppression policy:
 * no cell of 1 to 10).
 */
const SMALLEST_CELL = 11;
const RELIABILITY_BINS = 10;

/** The picture behind a value: aggregates only, small counts left out; null where a statistic has none. */
export function figureOf(statistic: Statistic, confidence: number): Figure | null {
  if (statistic.kind === 'cells') return distribution(statistic);
  if (statistic.kind === 'scores') return reliability(statistic, confidence);
  return null;
}

function distribution({ reference, current, names }: CellPair): Figure | null {
  if (names === undefined) return null;
  const shown = names.map((name, index) => ({
    name,
    reference: reference[index] ?? 0,
    current: current[index] ?? 0,
  }));
  // A category that few rows have on both sides could name somebody by itself.
  const rare = shown.filter((cell) => cell.reference < SMALLEST_CELL && cell.current < SMALLEST_CELL);
  const cells = shown.filter((cell) => !rare.includes(cell));
  if (rare.length > 0)
    cells.push({
      name: 'other',
      reference: sum(rare.map((cell) => cell.reference)),
      current: sum(rare.map((cell) => cell.current)),
    });
  const referenceShares = shares(cells.map((cell) => cell.reference));
  const currentShares = shares(cells.map((cell) => cell.current));
  return {
    kind: 'distribution',
    cells: cells.map(({ name }, index) => ({
      name,
      reference: referenceShares[index] ?? null,
      current: currentShares[index] ?? null,
    })),
  };
}

/** A single hidden count would follow from the others, so the next smallest is hidden with it. */
function shares(counts: readonly number[]): readonly (number | null)[] {
  const total = sum(counts);
  if (total === 0) return counts.map(() => 0);
  const small = (count: number) => count > 0 && count < SMALLEST_CELL;
  const hidden = new Set(counts.flatMap((count, index) => (small(count) ? [index] : [])));
  if (hidden.size === 1) {
    const others = [...counts.keys()].filter((index) => !hidden.has(index) && counts[index]! > 0);
    const next = others.sort((a, b) => counts[a]! - counts[b]!)[0];
    if (next !== undefined) hidden.add(next);
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count / total));
}

function reliability(scores: ScoreCounts, confidence: number): Figure | null {
  const bins = reliabilityTable(scores, { bins: RELIABILITY_BINS, binning: 'width' }, confidence);
  const shown = bins.flatMap(({ meanScore, observedRate, interval, rows }) =>
    rows < SMALLEST_CELL || meanScore === null || observedRate === null || interval === null
      ? []
      : [{ predicted: meanScore, observed: observedRate, interval, n: rows }],
  );
  return shown.length === 0 ? null : { kind: 'reliability', bins: shown };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
