import type { Answer, Measurement, Quantiles } from '../engine.js';
import { lists, numbers } from './columns.js';
import { columnOf, type Frame, keysOf, shownGroups } from './frame.js';
import { numberOf } from './groups.js';
import type { Query } from './query.js';

/** Cells asked for in one query; each costs a filtered pass over the column. */
const CELLS_AT_ONCE = 32;

/** One quantile measurement per column, all of the same frame. */
export type QuantileMeasurement = Extract<Measurement, { kind: 'quantiles' }>;

/**
 * Exact quantiles: order statistics from the engine, interpolated here exactly as numpy's default does.
 * The number of values comes first, so that ranks can be asked for instead of fractions.
 */
export async function answerQuantiles(
  query: Query,
  inFrame: Frame,
  asked: readonly QuantileMeasurement[],
): Promise<Answer[]> {
  const values = asked.map((measurement) => numberOf(columnOf(inFrame.table, measurement.column)));
  const counted = await query(
    `SELECT q, ${values.map((value) => `count(${value})`).join(', ')} FROM ${inFrame.sql} GROUP BY q ORDER BY q`,
  );
  const keys = numbers(counted, 0);
  const shown = shownGroups(inFrame, keys);
  const wanted: Wanted[] = asked.flatMap((measurement, index) => {
    const counts = new Map(Array.from(keys, (key, row) => [key, numbers(counted, index + 1)[row]!]));
    return inFrame.panes.covered.flatMap((_, span) =>
      shown.map((group) => {
        const covered = keysOf(inFrame, span, group);
        const count = covered.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
        return { index, span, group, keys: covered, count, ranks: ranks(measurement.probabilities, count) };
      }),
    );
  });
  const found = new Map<Wanted, ReadonlyMap<number, number>>();
  const filled = wanted.filter(({ count }) => count > 0);
  for (let from = 0; from < filled.length; from += CELLS_AT_ONCE) {
    const batch = filled.slice(from, from + CELLS_AT_ONCE);
    const result = await query(
      `SELECT ${batch.map((want) => orderStatistics(values[want.index]!, want, inFrame)).join(', ')} FROM ${inFrame.sql}`,
    );
    batch.forEach((want, position) => {
      const statistics = lists(result, position)[0] ?? [];
      found.set(want, new Map(want.ranks.map((rank, at) => [rank, statistics[at]!])));
    });
  }
  return asked.map(({ probabilities }, index) => ({
    cells: wanted
      .filter((want) => want.index === index)
      .map((want) => ({
        span: want.span,
        group: inFrame.groups.labels[want.group]!,
        statistic: interpolated(probabilities, want.count, found.get(want)),
      })),
  }));
}

interface Wanted {
  readonly index: number;
  readonly span: number;
  readonly group: number;
  readonly keys: readonly number[];
  readonly count: number;
  readonly ranks: readonly number[];
}

/** The 0-based ranks the probabilities fall between, ascending. */
function ranks(probabilities: readonly number[], count: number): number[] {
  const needed = probabilities.flatMap((probability) => {
    const low = Math.floor(probability * (count - 1));
    return [low, Math.min(low + 1, count - 1)];
  });
  return [...new Set(needed)].sort((a, b) => a - b);
}

/** `quantile_disc` takes the value of rank ceil(n·f) − 1; half a rank beyond leaves no room for rounding. */
function orderStatistics(value: string, want: Wanted, inFrame: Frame): string {
  const fractions = want.ranks.map((rank) => `${(rank + 0.5) / want.count}::DOUBLE`).join(', ');
  const everything = inFrame.panes.count === 1 && inFrame.groups.count === 1;
  const filter = everything ? '' : ` FILTER (WHERE q IN (${want.keys.join(', ')}))`;
  return `quantile_disc(${value}, [${fractions}])${filter}`;
}

function interpolated(
  probabilities: readonly number[],
  count: number,
  statistics: ReadonlyMap<number, number> | undefined,
): Quantiles {
  if (count === 0 || statistics === undefined) return { kind: 'quantiles', values: null, count };
  const values = probabilities.map((probability) => {
    const position = probability * (count - 1);
    const low = Math.floor(position);
    return lerp(statistics.get(low)!, statistics.get(Math.min(low + 1, count - 1))!, position - low);
  });
  return { kind: 'quantiles', values, count };
}

/** numpy's `_lerp`: from the nearer end, so that it is monotone and exact at both. */
export function lerp(a: number, b: number, t: number): number {
  const difference = b - a;
  return t >= 0.5 ? b - difference * (1 - t) : a + difference * t;
}
