import {
  type DistributionPair,
  type Moments,
  segmentsToRefineForKs,
  segmentsToRefineForWasserstein,
} from '@vigil/statistics';
import type { Answer, Cell, Measurement, Quantiles, Scope } from '../engine.js';
import { answerAggregates } from './aggregates.js';
import { mergeDistinct } from './distinct.js';
import { type Frame, frame, keysOf, shownGroups } from './frame.js';
import { countGrid, gridCells, readGrid, readValues } from './grid.js';
import { answerQuantiles } from './quantiles.js';
import type { Query } from './query.js';
import {
  coalesced,
  exactSegment,
  type GridSegments,
  type GridSide,
  gridSegments,
  gridSide,
  NOTHING,
} from './segments.js';
import type { Table } from './table.js';

export type DistributionMeasurement = Extract<Measurement, { kind: 'distributions' }>;

/** Up to this many rows on both sides together, every distinct value is read at once. */
const SMALL = 200_000;
/** The grid covers these quantiles of the reference evenly; what lies beyond falls into the outermost cells. */
const TAIL = 0.001;

/** The span and group of the reference that a span and group of the current rows is compared with. */
interface Counterpart {
  readonly span: number;
  readonly group: number;
}

/**
 * Exact pairs of distributions at the price of a histogram. Large continuous columns are counted on a
 * fine grid first; then only those cells are read value by value in which Kolmogorov-Smirnov's maximum
 * or a change of sign of F − G (Wasserstein) could hide.
 * @param asked measurements of one frame, all against the same reference
 */
export async function answerDistributions(
  query: Query,
  tables: { readonly current: Table; readonly reference: Table },
  asked: readonly DistributionMeasurement[],
): Promise<Answer[]> {
  const [first] = asked;
  if (first === undefined) return [];
  const current = frame(tables.current, first.scope);
  const referenceScope: Scope = first.reference === 'previous' ? first.scope : first.reference;
  const reference = first.reference === 'previous' ? current : frame(tables.reference, referenceScope);
  const moments = await answerAggregates(
    query,
    reference,
    asked.map(({ column }) => ({ kind: 'moments' as const, scope: referenceScope, column })),
  );
  const quantiles = await answerQuantiles(
    query,
    reference,
    asked.map(({ column }) => ({
      kind: 'quantiles' as const,
      scope: referenceScope,
      column,
      probabilities: [TAIL, 0.25, 0.5, 0.75, 1 - TAIL],
    })),
  );
  const rows = tables.current.description.rows + tables.reference.description.rows;
  const answers: Answer[] = [];
  for (const [index, { column, reference: against }] of asked.entries()) {
    const pairing: Pairing = {
      current,
      reference,
      column,
      counterpart: (span, group) => counterpart(current, reference, against === 'previous', span, group),
      moments: lookup<Moments>(reference, moments[index]!),
      quantiles: lookup<Quantiles>(reference, quantiles[index]!),
    };
    answers.push({ cells: await (rows <= SMALL ? exactly(query, pairing) : onGrid(query, pairing)) });
  }
  return answers;
}

interface Pairing {
  readonly current: Frame;
  readonly reference: Frame;
  readonly column: string;
  readonly counterpart: (span: number, group: number) => Counterpart | null;
  readonly moments: (of: Counterpart) => Moments | null;
  readonly quantiles: (of: Counterpart) => Quantiles | null;
}

async function exactly(query: Query, pairing: Pairing): Promise<Cell<DistributionPair>[]> {
  const { current, reference, column } = pairing;
  const now = await readValues(query, current, column);
  const before = current === reference ? now : await readValues(query, reference, column);
  const side = (of: Frame, values: typeof now, span: number, group: number) =>
    mergeDistinct(keysOf(of, span, group).flatMap((key) => values.get(key) ?? []));
  return eachCell(current, now.keys(), (span, group) => {
    const against = pairing.counterpart(span, group);
    const segment = exactSegment(
      against === null ? mergeDistinct([]) : side(reference, before, against.span, against.group),
      side(current, now, span, group),
    );
    return pair(pairing, against, segment.referenceCount, segment.currentCount, [segment]);
  });
}

async function onGrid(query: Query, pairing: Pairing): Promise<Cell<DistributionPair>[]> {
  const { current, reference, column } = pairing;
  const perSpan = current.table.description.rows / Math.max(current.panes.covered.length, 1);
  const keys = Math.max(
    current.panes.count * current.groups.count,
    reference.panes.count * reference.groups.count,
  );
  const cells = gridCells(perSpan, reference.table.description.rows, keys);
  const grid = { knots: knotsOf(pairing), cells };
  const now = await countGrid(query, current, column, grid);
  const before = current === reference ? now : await countGrid(query, reference, column, grid);
  const sides = eachCell(current, now.keys(), (span, group) => {
    const against = pairing.counterpart(span, group);
    return {
      against,
      reference: against === null ? NOTHING : gridSide(reference, before, against.span, against.group),
      current: gridSide(current, now, span, group),
    };
  });
  const [nowPlaces, beforePlaces] = [new Set<number>(), new Set<number>()];
  for (const { statistic } of sides)
    for (const cell of toRefine(gridSegments(statistic.reference, statistic.current, null))) {
      for (const key of statistic.current.keys) nowPlaces.add(key * grid.cells + cell);
      for (const key of statistic.reference.keys) beforePlaces.add(key * grid.cells + cell);
    }
  if (current === reference) for (const place of beforePlaces) nowPlaces.add(place);
  const nowValues = await readGrid(query, current, column, grid, nowPlaces);
  const beforeValues =
    current === reference ? nowValues : await readGrid(query, reference, column, grid, beforePlaces);
  const values = { reference: beforeValues, current: nowValues };
  return sides.map(({ span, group, statistic }) => ({
    span,
    group,
    statistic: pair(
      pairing,
      statistic.against,
      rowsIn(statistic.reference),
      rowsIn(statistic.current),
      coalesced(gridSegments(statistic.reference, statistic.current, values).segments),
    ),
  }));
}

/** The outermost cells are read value by value while they hold at most this share of the rows. */
const FEW = 0.01;

/**
 * Cells whose values are needed for either statistic. The outermost cells reach as far as the farthest
 * outlier: known by count and sum alone, a few rows at 1e12 would cost the others their last digits.
 */
function toRefine({ cells, segments }: GridSegments): number[] {
  const indices = new Set([...segmentsToRefineForKs(segments), ...segmentsToRefineForWasserstein(segments)]);
  const rows = (of: DistributionPair['segments']) =>
    of.reduce((sum, { referenceCount, currentCount }) => sum + referenceCount + currentCount, 0);
  for (const end of [0, segments.length - 1]) {
    const segment = segments[end];
    if (segment !== undefined && segment.values === undefined && rows([segment]) <= FEW * rows(segments))
      indices.add(end);
  }
  return [...indices].map((index) => cells[index]!);
}

/** The grid's knots: over the bulk of all reference rows, at the quartiles of its largest span and group. */
function knotsOf({ reference, quantiles }: Pairing): number[] {
  let [low, high, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  let quartiles: readonly number[] = [];
  for (let span = 0; span < reference.panes.covered.length; span += 1)
    for (let group = 0; group < reference.groups.count; group += 1) {
      const found = quantiles({ span, group });
      if (found?.values == null) continue;
      low = Math.min(low, found.values[0]!);
      high = Math.max(high, found.values[4]!);
      if (found.count > largest) [largest, quartiles] = [found.count, found.values.slice(1, 4)];
    }
  return [...new Set(low <= high ? [low, ...quartiles, high] : [0, 1])].sort((a, b) => a - b);
}

function rowsIn({ cells }: GridSide): number {
  return cells.count.reduce((sum, rows) => sum + rows, 0);
}

function pair(
  pairing: Pairing,
  against: Counterpart | null,
  nReference: number,
  nCurrent: number,
  segments: DistributionPair['segments'],
): DistributionPair {
  const quartiles = against === null ? null : (pairing.quantiles(against)?.values ?? null);
  const empty: Moments = {
    kind: 'moments',
    count: 0,
    missing: 0,
    sum: 0,
    sumOfSquares: 0,
    minimum: null,
    maximum: null,
  };
  return {
    kind: 'distributions',
    nReference,
    nCurrent,
    segments,
    reference: (against === null ? null : pairing.moments(against)) ?? empty,
    referenceQuartiles: quartiles === null ? null : [quartiles[1]!, quartiles[3]!],
  };
}

/** The reference's span and group: the one before, or its only span; the same labels, or its only group. */
function counterpart(
  current: Frame,
  reference: Frame,
  previous: boolean,
  span: number,
  group: number,
): Counterpart | null {
  if (previous) return span === 0 ? null : { span: span - 1, group };
  const inSpan = reference.panes.covered.length === current.panes.covered.length ? span : 0;
  if (reference.scope.by.length === 0) return { span: inSpan, group: 0 };
  const labels = JSON.stringify(current.groups.labels[group]);
  const found = reference.groups.labels.findIndex((candidate) => JSON.stringify(candidate) === labels);
  return found < 0 ? null : { span: inSpan, group: found };
}

function lookup<S>(inFrame: Frame, answer: Answer): (of: Counterpart) => S | null {
  const found = new Map<string, S>();
  if ('cells' in answer)
    for (const { span, group, statistic } of answer.cells)
      found.set(`${span}${JSON.stringify(group)}`, statistic as S);
  return ({ span, group }) => found.get(`${span}${JSON.stringify(inFrame.groups.labels[group])}`) ?? null;
}

function eachCell<S>(
  inFrame: Frame,
  present: Iterable<number>,
  make: (span: number, group: number) => S,
): { span: number; group: readonly string[]; statistic: S }[] {
  const shown = shownGroups(inFrame, present);
  return inFrame.panes.covered.flatMap((_, span) =>
    shown.map((group) => ({
      span,
      group: inFrame.groups.labels[group]!,
      statistic: make(span, group),
    })),
  );
}
