import type { Moments } from '@vigil/statistics';
import type { Answer, Cell, EngineStatistic, Histogram, Measurement, RowTest } from '../engine.js';
import { integers, lists, numbers } from './columns.js';
import { squaresOf, squaresSql, sumOf, sumSql } from './fixed-point.js';
import { cells, columnOf, type Frame } from './frame.js';
import { numberOf, textOf } from './groups.js';
import type { QueryResult } from './messages.js';
import type { Query } from './query.js';
import { double, text } from './quote.js';
import type { TableColumn } from './table.js';

/** Measurements that are plain aggregates: any number of them is answered in one scan. */
export type Aggregate = Extract<Measurement, { kind: 'rows' | 'proportion' | 'moments' | 'histogram' }>;

/** Answers all aggregates of one frame with one query. */
export async function answerAggregates(
  query: Query,
  inFrame: Frame,
  asked: readonly Aggregate[],
): Promise<Answer[]> {
  const select = new Select();
  const readers = asked.map((measurement) => reader(select, inFrame, measurement));
  const result = await query(`SELECT q, ${select.sql} FROM ${inFrame.sql} GROUP BY q ORDER BY q`);
  const keys = numbers(result, 0);
  return readers.map((read) => ({ cells: read(result, keys) }));
}

type Reader = (result: QueryResult, keys: Float64Array) => readonly Cell<EngineStatistic>[];

/** Collects the distinct expressions of one query. */
class Select {
  readonly #expressions = new Map<string, number>();
  /** Position of the expression in the result; the key `q` stands first. */
  add(expression: string): number {
    const known = this.#expressions.get(expression);
    if (known !== undefined) return known;
    const position = this.#expressions.size + 1;
    this.#expressions.set(expression, position);
    return position;
  }
  get sql(): string {
    return [...this.#expressions.keys()].join(', ');
  }
}

function reader(select: Select, inFrame: Frame, measurement: Aggregate): Reader {
  switch (measurement.kind) {
    case 'rows': {
      const rows = select.add('count(*)');
      return counting(inFrame, [rows], ([counted]) => ({ kind: 'rows', rows: counted! }));
    }
    case 'proportion': {
      const { events, trials } = rowTest(measurement.test, columnOf(inFrame.table, measurement.test.column));
      return counting(inFrame, [select.add(events), select.add(trials)], ([hits, tried]) => ({
        kind: 'proportion',
        events: hits!,
        trials: tried!,
      }));
    }
    case 'moments':
      return momentsReader(select, inFrame, columnOf(inFrame.table, measurement.column));
    case 'histogram': {
      if ('perSpan' in measurement.cuts)
        throw new RangeError('Cuts per span are counted span by span; the engine splits them before.');
      return histogramReader(select, inFrame, measurement.column, measurement.cuts, measurement.closed);
    }
  }
}

/** Plain counts, summed over panes. */
function counting(
  inFrame: Frame,
  positions: readonly number[],
  make: (counts: readonly number[]) => EngineStatistic,
): Reader {
  return (result, keys) => {
    const parts = new Map<number, readonly number[]>();
    keys.forEach((key, row) => {
      parts.set(
        key,
        positions.map((position) => numbers(result, position)[row]!),
      );
    });
    return cells(inFrame, parts, (found) =>
      make(positions.map((_, index) => found.reduce((sum, counts) => sum + counts[index]!, 0))),
    );
  };
}

function rowTest(test: RowTest, column: TableColumn): { events: string; trials: string } {
  const { sql } = column;
  switch (test.test) {
    case 'missing':
      return { events: `count(*) - count(${sql})`, trials: 'count(*)' };
    case 'outside': {
      const value = numberOf(column);
      const outside = [
        ...(test.minimum === null ? [] : [`${value} < ${double(test.minimum)}`]),
        ...(test.maximum === null ? [] : [`${value} > ${double(test.maximum)}`]),
      ];
      return {
        events: `count(*) FILTER (WHERE ${outside.join(' OR ') || 'false'})`,
        trials: `count(${value})`,
      };
    }
    case 'unseen': {
      const known = test.values.map(text).join(', ');
      return {
        events: `count(*) FILTER (WHERE ${sql} IS NOT NULL AND ${known === '' ? 'true' : `${textOf(column)} NOT IN (${known})`})`,
        trials: `count(${sql})`,
      };
    }
    case 'atLeast': {
      const value = numberOf(column);
      return {
        events: `count(*) FILTER (WHERE ${value} >= ${double(test.threshold)})`,
        trials: `count(${value})`,
      };
    }
  }
}

function momentsReader(select: Select, inFrame: Frame, column: TableColumn): Reader {
  const [count, rows, sum, squares, minimum, maximum] = [
    `count(${column.sql})`,
    'count(*)',
    sumSql(column),
    squaresSql(column),
    `min(${column.sql})`,
    `max(${column.sql})`,
  ].map((expression) => select.add(expression)) as [number, number, number, number, number, number];
  return (result, keys) => {
    const parts = new Map<number, MomentParts>();
    keys.forEach((key, row) => {
      parts.set(key, {
        count: numbers(result, count)[row]!,
        rows: numbers(result, rows)[row]!,
        sum: integers(result, sum)[row] ?? 0n,
        squares: integers(result, squares)[row] ?? 0n,
        minimum: numbers(result, minimum)[row]!,
        maximum: numbers(result, maximum)[row]!,
      });
    });
    return cells(inFrame, parts, (found) => mergeMoments(column, found));
  };
}

interface MomentParts {
  readonly count: number;
  readonly rows: number;
  readonly sum: bigint;
  readonly squares: bigint;
  readonly minimum: number;
  readonly maximum: number;
}

function mergeMoments(column: TableColumn, parts: readonly MomentParts[]): Moments {
  const filled = parts.filter((part) => part.count > 0);
  const total = (of: (part: MomentParts) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const exact = (of: (part: MomentParts) => bigint) => parts.reduce((sum, part) => sum + of(part), 0n);
  const count = total((part) => part.count);
  return {
    kind: 'moments',
    count,
    missing: total((part) => part.rows) - count,
    sum: sumOf(
      column,
      exact((part) => part.sum),
    ),
    sumOfSquares: squaresOf(
      column,
      exact((part) => part.squares),
    ),
    minimum: filled.length === 0 ? null : Math.min(...filled.map((part) => part.minimum)),
    maximum: filled.length === 0 ? null : Math.max(...filled.map((part) => part.maximum)),
  };
}

function histogramReader(
  select: Select,
  inFrame: Frame,
  name: string,
  cuts: readonly number[],
  closed: 'left' | 'right',
): Reader {
  const column = columnOf(inFrame.table, name);
  const value = numberOf(column);
  // DuckDB's bins are right-closed; x < c is the same as x <= the number just below c.
  const edges = cuts.map((cut) => double(closed === 'right' ? cut : justBelow(cut)));
  const counts =
    edges.length === 0 ? null : select.add(`map_values(histogram(${value}, [${edges.join(', ')}]))`);
  const present = select.add(`count(${value})`);
  const rows = select.add('count(*)');
  return (result, keys) => {
    const parts = new Map<number, Histogram>();
    keys.forEach((key, row) => {
      const inColumn = numbers(result, present)[row]!;
      const found = counts === null ? [] : (lists(result, counts)[row] ?? []);
      const bins = cuts.map((_, bin) => found[bin] ?? 0);
      // What lies above the last cut, which DuckDB leaves out when it is nothing.
      bins.push(inColumn - bins.reduce((sum, bin) => sum + bin, 0));
      parts.set(key, { kind: 'histogram', counts: bins, missing: numbers(result, rows)[row]! - inColumn });
    });
    return cells(inFrame, parts, (found) => ({
      kind: 'histogram',
      counts: Array.from({ length: cuts.length + 1 }, (_, bin) =>
        found.reduce((sum, part) => sum + part.counts[bin]!, 0),
      ),
      missing: found.reduce((sum, part) => sum + part.missing, 0),
    }));
  };
}

/** The largest double below a finite number. */
export function justBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return view.getFloat64(0);
}
