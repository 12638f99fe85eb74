import { canonicalJson } from '../../protocol/canonical-json.js';
import { type Change, type Compare, changed, loosened, type Place, tightened } from '../change.js';
import { excerpt } from './excerpt.js';
import type { Order } from './order.js';

/** How a change of a value is spoken of. */
export interface Wording<T> {
  /** Begins the sentence: "the time zone". */
  readonly what: string;
  readonly words: (value: T) => string;
}

/** A value whose changes have no direction. `why`: null where nobody needs to approve them again. */
export function value<T>(
  what: string,
  why: string | null,
  words: (value: T) => string = String,
): Compare<T | null> {
  return (before, after, place) =>
    same(before, after) ? [] : [changed(place, sentence({ what, words }, before, after), why)];
}

/** What follows from a value being there at all. */
export interface Presence {
  /** Whether a value that was not there before tightens, loosens or only changes. */
  readonly given: 'stricter' | 'weaker' | 'unknown';
  readonly why: string;
}

/**
 * A value that can be stricter or weaker.
 *
 * @param why completes "has to be approved again because …" where it became weaker, or where the direction is unknown
 */
export function ordered<T>(
  { what, words }: Wording<T>,
  order: Order<T>,
  { given, why }: Presence,
): Compare<T | null> {
  return (before, after, place) => {
    if (same(before, after)) return [];
    const text = sentence({ what, words }, before, after);
    if (before === null || after === null) {
      const direction = before === null ? given : reversed[given];
      return [directed(place, text, direction, why)];
    }
    const direction = order(before, after);
    if (direction === 'same') return [changed(place, `${text}, which is as much`, null)];
    return [directed(place, text, direction, why)];
  };
}

const reversed = { stricter: 'weaker', weaker: 'stricter', unknown: 'unknown' } as const;

/** A change of known or unknown direction; what cannot be told is approved again. */
export function directed(
  place: Place,
  text: string,
  direction: 'stricter' | 'weaker' | 'unknown',
  why: string,
): Change {
  if (direction === 'stricter') return tightened(place, text);
  return direction === 'weaker' ? loosened(place, text, why) : changed(place, text, why);
}

export function same(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

/** "the time zone is now UTC instead of Europe/Berlin". */
export function sentence<T>({ what, words }: Wording<T>, before: T | null, after: T | null): string {
  if (before === null) return after === null ? `${what} is not given` : `${what} is now ${words(after)}`;
  if (after === null) return `${what} is not given any more; it was ${words(before)}`;
  return `${what} is now ${words(after)} instead of ${words(before)}`;
}

/** A text of the spec, cut where it is long. */
export const quoted = (text: string): string => `“${excerpt(text)}”`;

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
