import type { IdentityAnswer } from '@vigil/language/views';

/** Whether the results of a run are of the spec as it is now. */
export type Freshness =
  /** It says the same, and its monitors are where they were. */
  | 'current'
  /** It says something else, or its lines have moved. */
  | 'changed'
  /** Nobody has compared the two yet. */
  | 'unchecked';

/** What must be said of results beside their verdict; null where nothing has to. */
export const freshnessWords: { readonly [S in Freshness]: string | null } = {
  current: null,
  changed: 'of an earlier text of this spec',
  unchecked: 'not yet compared with this spec',
};

/** The same as a sentence that says what to do. */
export const freshnessSentences: { readonly [S in Freshness]: string | null } = {
  current: null,
  changed: 'These are results of an earlier text of this spec. Run it again.',
  unchecked: 'These results have not been compared with the spec as it is now. Run it again to be sure.',
};

/** A spec as it is now: null where it has errors, undefined where nobody knows. */
export type SpecNow = Omit<Extract<IdentityAnswer, { readonly kind: 'identity' }>, 'kind'> | null | undefined;

/**
 * @param ran identity of the spec that was run, null where it was not known
 */
export function freshnessOf(ran: string | null, now: SpecNow): Freshness {
  if (ran === null || now === undefined) return 'unchecked';
  return ran === now?.identity ? 'current' : 'changed';
}
