import type { DistinctCounts } from '@vigil/statistics';
import type { Answer, Cell, Measurement, Quantiles } from '../engine.js';
import { lists, numbers } from './columns.js';
import { mergeDistinct, runs } from './distinct.js';
import { columnOf, type Frame, keysOf, shownGroups } from './frame.js';
import { numberOf } from './groups.js';
import type { Query } from './query.js';
import { double } from './quote.js';

export type QuantileMeasurement = Extract<Measurement, { kind: 'quantiles' }>;

/**
 * Exact quantiles in two looks, cheaper than the engine's own (which sorts every column on one core): all
 * columns are counted between 256 evenly spaced edges in one scan; then only those stretches are read value
 * by value in which a wanted rank falls. Interpolation is done here, exactly as numpy's default does it.
 * @param asked any number of columns of the same frame
 */
export async function answerQuantiles(
  query: Query,
  inFrame: Frame,
  asked: readonly QuantileMeasurement[],
): Promise<Answer[]> {
  const columns = [...new Set(asked.map(({ column }) => column))];
  const coarse = await countCoarse(query, inFrame, columns);
  const answers: Answer[] = [];
  for (const { column, probabilities } of asked)
    answers.push({ cells: await quantilesOf(query, inFrame, column, coarse.get(column)!, probabilities) });
  return answers;
}

const STRETCHES = 256;

/** One column's counts between edges, per key of the frame; stretches are right-closed. */
interface Coarse {
  readonly edges: readonly number[];
  readonly counts: ReadonlyMap<number, readonly number[]>;
}

async function countCoarse(
  query: Query,
  inFrame: Frame,
  names: readonly string[],
): Promise<ReadonlyMap<string, Coarse>> {
  const columns = names.map((name) => columnOf(inFrame.table, name));
  const edges = columns.map(({ minimum, maximum }) => evenly(minimum ?? 0, maximum ?? 0));
  const expressions = columns.flatMap((column, index) => {
    const value = numberOf(column);
    const bins = edges[index]!.map(double).join(', ');
    return [`count(${value})`, bins === '' ? 'NULL::BIGINT[]' : `map_values(histogram(${value}, [${bins}]))`];
  });
  const result = await query(`SELECT q, ${expressions.join(', ')} FROM ${inFrame.sql} GROUP BY q ORDER BY q`);
  const keys = numbers(result, 0);
  return new Map(
    names.map((name, index) => {
      const counts = new Map<number, readonly number[]>();
      keys.forEach((key, row) => {
        const inBins = lists(result, 2 + 2 * index)[row] ?? [];
        const below = edges[index]!.map((_, bin) => inBins[bin] ?? 0);
        const rest = numbers(result, 1 + 2 * index)[row]! - below.reduce((sum, bin) => sum + bin, 0);
        counts.set(key, [...below, rest]);
      });
      return [name, { edges: edges[index]!, counts }];
    }),
  );
}

/** Ascending distinct edges; where exactly they lie does not matter, only that they follow from the values. */
function evenly(low: number, high: number): number[] {
  const edges = Array.from({ length: STRETCHES - 1 }, (_, index) => {
    const share = (index + 1) / STRETCHES;
    return low * (1 - share) + high * share;
  });
  return [...new Set(edges.filter((edge) => edge < high))].sort((a, b) => a - b);
}

interface Wanted {
  readonly span: number;
  readonly group: number;
  readonly keys: readonly number[];
  readonly counts: readonly number[];
  readonly total: number;
  readonly stretches: readonly number[];
}

async function quantilesOf(
  query: Query,
  inFrame: Frame,
  name: string,
  coarse: Coarse,
  probabilities: readonly number[],
): Promise<Cell<Quantiles>[]> {
  const wanted = inFrame.panes.covered.flatMap((_, span) =>
    shownGroups(inFrame, coarse.counts.keys()).map((group) => {
      const keys = keysOf(inFrame, span, group);
      const parts = keys.flatMap((key) => [coarse.counts.get(key) ?? []]);
      const counts = Array.from({ length: coarse.edges.length + 1 }, (_, stretch) =>
        parts.reduce((sum, part) => sum + (part[stretch] ?? 0), 0),
      );
      const total = counts.reduce((sum, count) => sum + count, 0);
      const stretches = [...new Set(ranks(probabilities, total).map((rank) => stretchOf(counts, rank)))];
      return { span, group, keys, counts, total, stretches } satisfies Wanted;
    }),
  );
  const needed = [...new Set(wanted.flatMap(({ stretches }) => stretches))].sort((a, b) => a - b);
  const values = await readStretches(query, inFrame, name, coarse.edges, needed);
  return wanted.map((want) => ({
    span: want.span,
    group: inFrame.groups.labels[want.group]!,
    statistic: interpolated(probabilities, want.total, (rank) => valueAt(want, rank, values)),
  }));
}

/** The 0-based ranks the probabilities fall between. */
function ranks(probabilities: readonly number[], count: number): number[] {
  if (count === 0) return [];
  return probabilities.flatMap((probability) => {
    const low = Math.floor(probability * (count - 1));
    return [low, Math.min(low + 1, count - 1)];
  });
}

function stretchOf(counts: readonly number[], rank: number): number {
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return rank < below;
  });
}

/** Distinct values with counts, by key and then by stretch. */
type StretchValues = ReadonlyMap<number, ReadonlyMap<number, DistinctCounts>>;

async function readStretches(
  query: Query,
  inFrame: Frame,
  name: string,
  edges: readonly number[],
  needed: readonly number[],
): Promise<StretchValues> {
  if (needed.length === 0) return new Map();
  const value = numberOf(columnOf(inFrame.table, name));
  const within = needed.map((stretch) => {
    const above = stretch === 0 ? [] : [`x > ${double(edges[stretch - 1]!)}`];
    const upTo = stretch === edges.length ? [] : [`x <= ${double(edges[stretch]!)}`];
    return `(${[...above, ...upTo, 'x IS NOT NULL'].join(' AND ')})`;
  });
  const result = await query(
    `SELECT q, x, count(*) FROM (SELECT q, ${value} AS x FROM ${inFrame.sql}) WHERE ${within.join(' OR ')} GROUP BY q, x ORDER BY q, x`,
  );
  const [keys, values, counts] = [numbers(result, 0), numbers(result, 1), numbers(result, 2)];
  return new Map(
    runs(keys).map(([key, from, to]) => {
      const stretches = new Map<number, DistinctCounts>();
      let [start, stretch] = [from, 0];
      for (let row = from; row <= to; row += 1) {
        if (row < to && (stretch === edges.length || values[row]! <= edges[stretch]!)) continue;
        if (row > start)
          stretches.set(stretch, { values: values.slice(start, row), counts: counts.slice(start, row) });
        start = row;
        while (row < to && stretch < edges.length && values[row]! > edges[stretch]!) stretch += 1;
      }
      return [key, stretches];
    }),
  );
}

function valueAt(want: Wanted, rank: number, values: StretchValues): number {
  const stretch = stretchOf(want.counts, rank);
  let left = rank - want.counts.slice(0, stretch).reduce((sum, count) => sum + count, 0);
  const inStretch = mergeDistinct(want.keys.flatMap((key) => values.get(key)?.get(stretch) ?? []));
  const index = inStretch.counts.findIndex((count) => {
    left -= count;
    return left < 0;
  });
  return inStretch.values[index]!;
}

function interpolated(
  probabilities: readonly number[],
  count: number,
  statistic: (rank: number) => number,
): Quantiles {
  if (count === 0) return { kind: 'quantiles', values: null, count };
  const values = probabilities.map((probability) => {
    const position = probability * (count - 1);
    const low = Math.floor(position);
    return lerp(statistic(low), statistic(Math.min(low + 1, count - 1)), position - low);
  });
  return { kind: 'quantiles', values, count };
}

/** numpy's `_lerp`: from the nearer end, so that it is monotone and exact at both. */
function lerp(a: number, b: number, t: number): number {
  const difference = b - a;
  return t >= 0.5 ? b - difference * (1 - t) : a + difference * t;
}
