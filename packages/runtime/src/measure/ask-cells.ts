import { binningOf, type CellPair, categoryCells } from '@vigil/statistics';
import type { CategoryCounts, Histogram, Scope } from '../engine/engine.js';
import { binNames } from './bin-names.js';
import type { Answers, Asked, Found, Questions } from './questions.js';
import { askCuts, type Cuts, type ReferencePlace } from './reference-cuts.js';
import { type Asking, datasetScope, type Subject, windowScope } from './subject.js';

/** Counts of reference and window on the same cells, for the drift metrics. */
export const askCells: Asking = (subject, first) => {
  const { plan } = subject;
  const place = referencePlace(subject);
  const binning = binningOf(plan.metric, plan.arguments, !subject.numeric);
  if (binning.method === 'categories')
    return (_, second) => askCategories(subject, place, binning.missing, second);
  const cutsOf = askCuts(binning, subject, place, first);
  return (answers, second) => {
    const cuts = subject.spans.map((_, window) => cutsOf(answers, window));
    const histograms = askHistograms(subject, place, cuts, second);
    // Evidently drops missing values before it counts values, so they are no cell here either.
    const categories = cuts.some(({ kind }) => kind === 'categories')
      ? askCategories(subject, place, 'excluded', second)
      : null;
    return (last) => {
      const counted = categories?.(last);
      const binned = histograms(last);
      return (window, group) => {
        const own = cuts[window]!;
        if (own.kind === 'problem') return own;
        return own.kind === 'categories' ? counted!(window, group) : binned(window, group);
      };
    };
  };
};

type PairReading = (window: number, group: readonly string[]) => Found<CellPair>;

/** The dataset as a whole, or the window before. */
function referencePlace(subject: Subject): ReferencePlace {
  const { reference } = subject.plan;
  if (reference?.kind === 'dataset')
    return { scope: datasetScope(reference.dataset, subject.cross.dimensions), spanOf: () => 0 };
  return { scope: windowScope(subject), spanOf: (window) => (window === 0 ? null : window - 1) };
}

function askCategories(
  subject: Subject,
  place: ReferencePlace,
  missing: 'cell' | 'excluded',
  second: Questions,
): (last: Answers) => PairReading {
  const { column } = subject;
  const ofReference = second.ask({ kind: 'categories', column, scope: place.scope });
  const ofWindow = second.ask({ kind: 'categories', column, scope: windowScope(subject) });
  const empty: CategoryCounts = { kind: 'categories', counts: new Map(), missing: 0 };
  return (last) => (window, group) => {
    const span = place.spanOf(window);
    if (span === null) return { kind: 'none' };
    return paired(
      last.find(ofReference, 'categories', span, group),
      last.find(ofWindow, 'categories', window, group),
      empty,
      (reference, current) => categoryCells(reference, current, missing),
    );
  };
}

function askHistograms(
  subject: Subject,
  place: ReferencePlace,
  cuts: readonly Cuts[],
  second: Questions,
): (last: Answers) => PairReading {
  const { spans } = place.scope;
  const ofWindow = askHistogram(subject, windowScope(subject), cuts, second);
  // A dataset is counted once on each set of cuts; a window before on the cuts of the one after it.
  const before =
    spans === null
      ? null
      : askHistogram(subject, { ...place.scope, spans: spans.slice(0, -1) }, cuts.slice(1), second);
  const ofReference = cuts.map((own) => before ?? askHistogram(subject, place.scope, [own], second));
  return (last) => (window, group) => {
    const own = cuts[window]!;
    const span = place.spanOf(window);
    if (span === null || own.kind !== 'cuts') return { kind: 'none' };
    const empty: Histogram = {
      kind: 'histogram',
      counts: new Array<number>(own.cuts.length + 1).fill(0),
      missing: 0,
    };
    return paired(
      last.find(ofReference[window]!, 'histogram', span, group),
      last.find(ofWindow, 'histogram', window, group),
      empty,
      (reference, current) => ({
        kind: 'cells',
        reference: reference.counts,
        current: current.counts,
        missingReference: reference.missing,
        missingCurrent: current.missing,
        names: binNames(own.cuts, own.closed),
      }),
    );
  };
}

function askHistogram({ column }: Subject, scope: Scope, cuts: readonly Cuts[], second: Questions): Asked {
  const lists = cuts.map((own) => (own.kind === 'cuts' ? own.cuts : []));
  const closed = cuts.find((own) => own.kind === 'cuts')?.closed ?? 'right';
  const common = lists.every((list) => sameCuts(list, lists[0]!));
  return second.ask({
    kind: 'histogram',
    column,
    cuts: common ? (lists[0] ?? []) : { perSpan: lists },
    closed,
    scope,
  });
}

function sameCuts(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((cut, index) => cut === b[index]);
}

/** A side without a row counts nothing; without a row on either side there is nothing to compare. */
function paired<S>(
  reference: Found<S>,
  current: Found<S>,
  empty: S,
  pair: (reference: S, current: S) => CellPair,
): Found<CellPair> {
  if (reference.kind === 'problem') return reference;
  if (current.kind === 'problem') return current;
  if (reference.kind === 'none' && current.kind === 'none') return current;
  const side = (found: Found<S>) => (found.kind === 'statistic' ? found.statistic : empty);
  return { kind: 'statistic', statistic: pair(side(reference), side(current)) };
}
