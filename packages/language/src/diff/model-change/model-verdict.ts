/** What of a model a change plan may let change: the schema's categories, and `kind`, which no plan covers. */
export type Aspect =
  | 'weights'
  | 'threshold'
  | 'calibration'
  | 'inputs'
  | 'architecture'
  | 'population'
  | 'compatibility'
  | 'interface'
  | 'kind';

/**
 * How a change of a model stands to the change plan that was in force before it. `inside`: an authorised modification
 * covers all that changed, and nothing in the spec contradicts it; `deviating`: one covers part of it, or is not
 * followed; `outside`: none covers it; `unknown`: the text does not tell, and what it does not tell is said.
 */
export type Standing = 'inside' | 'deviating' | 'outside' | 'unknown';

/** The verdict on one change of a model. */
export interface ModelVerdict {
  readonly before: { readonly name: string; readonly version: string; readonly pointer: string };
  readonly after: { readonly name: string; readonly version: string; readonly pointer: string };
  readonly standing: Standing;
  /** The plan it was judged by and the modifications that cover it; null and empty where there is none. */
  readonly changePlan: string | null;
  readonly modifications: readonly string[];
  /** What changed. */
  readonly aspects: readonly Aspect[];
  /** By which rule, one sentence each. */
  readonly reasons: readonly string[];
  /** What would have to be known, one sentence each; never empty for `unknown`. */
  readonly unknown: readonly string[];
  /** What evaluations and records have to show even so, one sentence each. */
  readonly conditions: readonly string[];
}
