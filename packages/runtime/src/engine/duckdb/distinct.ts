import type { DistinctCounts, ScoreCounts } from '@vigil/statistics';
import type { Answer, CategoryCounts, Measurement } from '../engine.js';
import { dataProblem } from '../problems.js';
import { numbers, texts } from './columns.js';
import { ProblemError } from './failures.js';
import { cells, columnOf, type Frame, labelKnown } from './frame.js';
import { textOf } from './groups.js';
import type { Query } from './query.js';

/** More different values than this are no category (an id, free text). */
const MOST_CATEGORIES = 10_000;

/** Rows per category, as text. @throws ProblemError when the column is no category. */
export async function answerCategories(
  query: Query,
  inFrame: Frame,
  measurement: Extract<Measurement, { kind: 'categories' }>,
): Promise<Answer> {
  const value = textOf(columnOf(inFrame.table, measurement.column));
  const limit = MOST_CATEGORIES * Math.max(1, inFrame.panes.count * inFrame.groups.count) + 1;
  const result = await query(
    `SELECT q, ${value} AS x, count(*) FROM ${inFrame.sql} GROUP BY q, x ORDER BY q, x NULLS FIRST LIMIT ${limit}`,
  );
  const [keys, names, counts] = [numbers(result, 0), texts(result, 1), numbers(result, 2)];
  if (new Set(names).size > MOST_CATEGORIES)
    throw new ProblemError(
      dataProblem('tooManyCategories', measurement.scope.source, {
        column: measurement.column,
        limit: MOST_CATEGORIES,
      }),
    );
  const parts = new Map<number, [string | null, number][]>();
  keys.forEach((key, row) => {
    entry(parts, key).push([names[row]!, counts[row]!]);
  });
  return { cells: cells(inFrame, parts, mergeCategories) };
}

function mergeCategories(parts: readonly (readonly [string | null, number][])[]): CategoryCounts {
  const totals = new Map<string, number>();
  let missing = 0;
  for (const [name, count] of parts.flat())
    if (name === null) missing += count;
    else totals.set(name, (totals.get(name) ?? 0) + count);
  return {
    kind: 'categories',
    counts: new Map([...totals].sort(([a], [b]) => (a < b ? -1 : 1))),
    missing,
  };
}

/** Distinct scores with the outcomes seen at each; labels not known at the as-of time are unlabelled. */
export async function answerScores(
  query: Query,
  inFrame: Frame,
  measurement: Extract<Measurement, { kind: 'scores' }>,
): Promise<Answer> {
  const score = columnOf(inFrame.table, measurement.score).sql;
  const known = labelKnown(inFrame.table, measurement.scope);
  const result = await query(
    `SELECT q, ${score} AS x, count(*) FILTER (WHERE ${known} AND y = 1), count(*) FILTER (WHERE ${known} AND y = 0), count(*) FILTER (WHERE NOT ${known}) FROM ${inFrame.sql} WHERE ${score} IS NOT NULL GROUP BY q, x ORDER BY q, x`,
  );
  const [keys, scores, positives, negatives, unlabelled] = [0, 1, 2, 3, 4].map((column) =>
    numbers(result, column),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const parts = new Map<number, ScoreCounts>();
  for (const [key, from, to] of runs(keys)) {
    const labelled: number[] = [];
    let without = 0;
    for (let row = from; row < to; row += 1) {
      without += unlabelled[row]!;
      if (positives[row]! + negatives[row]! > 0) labelled.push(row);
    }
    parts.set(key, {
      kind: 'scores',
      scores: Float64Array.from(labelled, (row) => scores[row]!),
      positives: Float64Array.from(labelled, (row) => positives[row]!),
      negatives: Float64Array.from(labelled, (row) => negatives[row]!),
      unlabelled: without,
    });
  }
  return { cells: cells(inFrame, parts, mergeScores) };
}

function mergeScores(parts: readonly ScoreCounts[]): ScoreCounts {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const positives = mergeDistinct(parts.map((part) => ({ values: part.scores, counts: part.positives })));
  const negatives = mergeDistinct(parts.map((part) => ({ values: part.scores, counts: part.negatives })));
  return {
    kind: 'scores',
    scores: positives.values,
    positives: positives.counts,
    negatives: negatives.counts,
    unlabelled: parts.reduce((sum, part) => sum + part.unlabelled, 0),
  };
}

/** Sums sorted value counts; a value that is in one list only is kept. */
export function mergeDistinct(lists: readonly DistinctCounts[]): DistinctCounts {
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) return only;
  const totals = new Map<number, number>();
  for (const { values, counts } of lists)
    values.forEach((value, index) => {
      totals.set(value, (totals.get(value) ?? 0) + counts[index]!);
    });
  const values = Float64Array.from(totals.keys()).sort();
  return { values, counts: values.map((value) => totals.get(value)!) };
}

/** Stretches of equal keys in a sorted column: key, first row, row after the last. */
export function runs(keys: Float64Array): [key: number, from: number, to: number][] {
  const found: [number, number, number][] = [];
  for (let from = 0; from < keys.length; ) {
    let to = from + 1;
    while (to < keys.length && keys[to] === keys[from]) to += 1;
    found.push([keys[from]!, from, to]);
    from = to;
  }
  return found;
}

/** The list stored under a key, made when there is none. */
function entry<T>(lists: Map<number, T[]>, key: number): T[] {
  const found = lists.get(key) ?? [];
  lists.set(key, found);
  return found;
}
