import {
  type Binning,
  evidentlyDistinctLimit,
  quantileCuts,
  quantileProbabilities,
  sturgesCuts,
  widthCuts,
} from '@vigil/statistics';
import type { DataProblem, Scope } from '../engine/engine.js';
import { problemTemplates } from '../engine/problems.js';
import type { Answers, Questions } from './questions.js';
import { type Subject, windowScope } from './subject.js';

/** Interior cuts of one window and which end of a bin belongs to it; `categories`: no cuts, one cell per value. */
export type Cuts =
  | { readonly kind: 'cuts'; readonly cuts: readonly number[]; readonly closed: 'left' | 'right' }
  | { readonly kind: 'categories' }
  | { readonly kind: 'problem'; readonly problem: DataProblem };

/** Where a window's reference is: one scope, and the span in it; null for a window that has none. */
export interface ReferencePlace {
  readonly scope: Scope;
  readonly spanOf: (window: number) => number | null;
}

/** Cuts of a window, once the first round is answered. */
export type CutsOf = (answers: Answers, window: number) => Cuts;

type NumericBinning = Exclude<Binning, { method: 'categories' }>;

/** Asks the first round for what the cuts depend on. Cuts are common to all groups, so that groups compare. */
export function askCuts(
  binning: NumericBinning,
  subject: Subject,
  place: ReferencePlace,
  first: Questions,
): CutsOf {
  const { column } = subject;
  const scope: Scope = { ...place.scope, by: [] };
  switch (binning.method) {
    case 'cuts':
      return () => ({ kind: 'cuts', cuts: binning.cuts, closed: 'right' });
    case 'quantile': {
      const probabilities = quantileProbabilities(binning.bins);
      const asked = first.ask({ kind: 'quantiles', column, probabilities, scope });
      return (answers, window) => {
        const found = answers.find(asked, 'quantiles', place.spanOf(window) ?? -1, []);
        if (found.kind === 'problem') return found;
        const values = found.kind === 'none' ? null : found.statistic.values;
        return { kind: 'cuts', cuts: values === null ? [] : quantileCuts(values), closed: 'right' };
      };
    }
    case 'width': {
      const asked = first.ask({ kind: 'moments', column, scope });
      return (answers, window) => {
        const found = answers.find(asked, 'moments', place.spanOf(window) ?? -1, []);
        if (found.kind === 'problem') return found;
        const range = found.kind === 'none' ? null : rangeOf([found.statistic]);
        const cuts = range === null ? [] : widthCuts(range.minimum, range.maximum, binning.bins);
        return { kind: 'cuts', cuts, closed: 'left' };
      };
    }
    case 'evidently':
      return askEvidently(subject, place, scope, first);
  }
}

/** Evidently cuts both sides pooled, window by window, or counts values where the reference has few. */
function askEvidently(subject: Subject, place: ReferencePlace, scope: Scope, first: Questions): CutsOf {
  const { column } = subject;
  const values = first.ask({ kind: 'categories', column, scope });
  const ofReference = first.ask({ kind: 'moments', column, scope });
  const ofWindow = first.ask({ kind: 'moments', column, scope: { ...windowScope(subject), by: [] } });
  return (answers, window) => {
    const span = place.spanOf(window) ?? -1;
    const distinct = answers.find(values, 'categories', span, []);
    // More categories than the engine counts are far more than Evidently's twenty: it bins them.
    if (distinct.kind === 'problem' && distinct.problem.code !== problemTemplates.tooManyCategories.code)
      return distinct;
    if (distinct.kind === 'statistic' && distinct.statistic.counts.size <= evidentlyDistinctLimit)
      return { kind: 'categories' };
    const reference = answers.find(ofReference, 'moments', span, []);
    const current = answers.find(ofWindow, 'moments', window, []);
    if (reference.kind === 'problem') return reference;
    if (current.kind === 'problem') return current;
    const both = [reference, current].flatMap((side) => (side.kind === 'none' ? [] : [side.statistic]));
    const range = rangeOf(both);
    const n = both.reduce((sum, side) => sum + side.count, 0);
    const cuts = range === null ? [] : sturgesCuts(n, range.minimum, range.maximum);
    return { kind: 'cuts', cuts, closed: 'left' };
  };
}

function rangeOf(
  sides: readonly { readonly minimum: number | null; readonly maximum: number | null }[],
): { readonly minimum: number; readonly maximum: number } | null {
  const minima = sides.flatMap((side) => (side.minimum === null ? [] : [side.minimum]));
  const maxima = sides.flatMap((side) => (side.maximum === null ? [] : [side.maximum]));
  if (minima.length === 0 || maxima.length === 0) return null;
  return { minimum: Math.min(...minima), maximum: Math.max(...maxima) };
}
