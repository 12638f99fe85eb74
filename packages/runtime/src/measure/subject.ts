import type { Statistic } from '@vigil/statistics';
import type { Scope, Span } from '../engine/engine.js';
import type { CheckPlan } from '../plan/check-plan.js';
import type { Cross } from '../plan/dimensions.js';
import type { Answers, Found, Questions } from './questions.js';

/** One check on one target over one cross of subgroups, with its rows placed in time. */
export interface Subject {
  readonly plan: CheckPlan;
  readonly cross: Cross;
  /** Name of the log. */
  readonly source: string;
  /** The measured column; empty for metrics of the log as a whole. */
  readonly column: string;
  /** Whether the column is cut into bins rather than counted by category. */
  readonly numeric: boolean;
  /** One per window. */
  readonly spans: readonly Span[];
  /**
   * For metrics that need labels: the windows up to the last mature row, one per window that has any;
   * window 3 is `spans[indices.get(3)]`. The same as `spans` where labels need no time.
   */
  readonly mature: { readonly spans: readonly Span[]; readonly indices: ReadonlyMap<number, number> };
  /** Epoch microseconds. */
  readonly asOf: number;
  /** Whether pictures of distributions and calibration are wanted. */
  readonly figures: boolean;
}

/** The statistic of one window and group, made for the metric's `compute`. */
export type Reading = (window: number, group: readonly string[]) => Found<Statistic>;

/**
 * Asking goes in three steps, because cuts come from the reference: `ask` puts the first round's
 * questions, the function it returns puts the second round's with the first's answers at hand, and
 * the function that returns reads the second's answers.
 */
export type Asking = (subject: Subject, first: Questions) => SecondRound;
export type SecondRound = (firstAnswers: Answers, second: Questions) => (secondAnswers: Answers) => Reading;

/** All windows of the log, split by the cross. */
export function windowScope(subject: Subject, spans: readonly Span[] = subject.spans): Scope {
  return { source: subject.source, spans, asOf: subject.asOf, by: subject.cross.dimensions };
}

/** The reference dataset as a whole, split by the cross or not. */
export function datasetScope(dataset: string, by: Scope['by']): Scope {
  return { source: dataset, spans: null, asOf: null, by };
}
