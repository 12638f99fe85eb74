import type { AstNode } from 'langium';
import { pointerTo } from '../canonical-json.js';

/** A piece of the text and the JSON pointer, relative to the value it belongs to, of what it became. */
export interface Place {
  readonly pointer: string;
  readonly node: AstNode;
}

/** A compiled value together with where each of its parts was written. */
export interface Part<T> {
  readonly value: T;
  readonly places: readonly Place[];
}

/** A member's part, or the parts of the items of a list. */
export type Members = { readonly [member: string]: Part<unknown> | readonly Part<unknown>[] | null };

/** A value written at `node`, whose members were compiled from nodes of their own. */
export function part<T>(node: AstNode, value: T, members: Members = {}): Part<T> {
  return { value, places: [{ pointer: '', node }, ...placesOf(members)] };
}

export function values<T>(parts: readonly Part<T>[]): readonly T[] {
  return parts.map(({ value }) => value);
}

/** The places of members, each prefixed with the member's name (and index). */
export function placesOf(members: Members): readonly Place[] {
  return Object.entries(members).flatMap(([member, content]) => {
    if (content === null) return [];
    if ('places' in content) return below(pointerTo('', member), content.places);
    return content.flatMap(({ places }, index) => below(pointerTo('', member, index), places));
  });
}

function below(pointer: string, places: readonly Place[]): readonly Place[] {
  return places.map((place) => ({ pointer: pointer + place.pointer, node: place.node }));
}
