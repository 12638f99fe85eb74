/**
 * How the meaning of a spec moved. `tightened`: more is caught, asked for or kept than before; `loosened`: less;
 * `changed`: something else, or it cannot be told which. A `renamed` declaration has the same content as before.
 */
export type ChangeKind = 'tightened' | 'loosened' | 'added' | 'removed' | 'renamed' | 'changed';

/** One change of meaning. */
export interface Change {
  readonly kind: ChangeKind;
  /** What it is about: `monitor Performance`. */
  readonly subject: string;
  /** What happened to the subject, without a full stop: "check auroc fails below 0.55 instead of below 0.6". */
  readonly sentence: string;
  /** Whether somebody has to approve the spec again. */
  readonly reapproval: boolean;
  /** Why it has to be approved again; null where it need not be. */
  readonly why: string | null;
  /** JSON pointers into the old and the new Protocol; null on the side where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Where something stands in both Protocols, and what it belongs to. */
export interface Place {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

/** The changes between two values that stand at the same place. */
export type Compare<T> = (before: T, after: T, place: Place) => readonly Change[];

export function tightened(place: Place, sentence: string): Change {
  return change('tightened', place, sentence, null);
}

export function loosened(place: Place, sentence: string, why: string): Change {
  return change('loosened', place, sentence, why);
}

/** @param why null where nobody needs to approve it again */
export function changed(place: Place, sentence: string, why: string | null): Change {
  return change('changed', place, sentence, why);
}

export function renamed(place: Place, sentence: string): Change {
  return change('renamed', place, sentence, null);
}

/** Something that was not there before; `why` where it widens what is allowed. */
export function added(subject: string, after: string, sentence: string, why: string | null = null): Change {
  return { kind: 'added', subject, sentence, reapproval: why !== null, why, before: null, after };
}

/** Something that is not there any more. */
export function removed(subject: string, before: string, sentence: string, why: string | null): Change {
  return { kind: 'removed', subject, sentence, reapproval: why !== null, why, before, after: null };
}

function change(kind: ChangeKind, place: Place, sentence: string, why: string | null): Change {
  const { subject, before, after } = place;
  return { kind, subject, sentence, reapproval: why !== null, why, before, after };
}
