import { pointerTo } from '../../protocol/canonical-json.js';
import type { Change, Compare, Place } from '../change.js';

/** A comparison for every member of T: a member that is added to the Protocol cannot be forgotten here. */
export type Comparers<T> = { readonly [Member in keyof T]-?: Compare<T[Member]> };

/** Compares member by member, in the order given. */
export function members<T extends object>(comparers: Comparers<T>): Compare<T> {
  const names = Object.keys(comparers) as (keyof T & string)[];
  return (before, after, place) =>
    names.flatMap((name): readonly Change[] =>
      comparers[name](before[name], after[name], below(place, name)),
    );
}

/** The place of a member, the same on both sides. */
export function below(place: Place, ...steps: readonly (string | number)[]): Place {
  return {
    subject: place.subject,
    before: pointerTo(place.before, ...steps),
    after: pointerTo(place.after, ...steps),
  };
}

/** For members by which two things were recognised as the same, or that a comparison of the whole takes care of. */
export const nothing: Compare<unknown> = () => [];
