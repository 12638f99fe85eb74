import { canonicalJson } from '../../protocol/canonical-json.js';

/** Something of a list together with its place in it. */
export interface Entry<T> {
  readonly item: T;
  readonly index: number;
}
/** Which things of two lists are the same thing, in the order of the new list, and which are on one side only. */
export interface Pairs<T> {
  readonly both: readonly { readonly before: Entry<T>; readonly after: Entry<T> }[];
  readonly gone: readonly Entry<T>[];
  readonly fresh: readonly Entry<T>[];
}

/**
 * Pairs the things of two lists in several rounds, each by a key of its own, the most telling one first; null is no
 * key. Things of equal key are paired in the order they stand in.
 */
export function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | null)[],
): Pairs<T> {
  const gone = new Set(entries(before));
  const fresh = new Set(entries(after));
  const both: { before: Entry<T>; after: Entry<T> }[] = [];
  for (const key of [canonicalJson, ...keys]) {
    const waiting = new Map<string, Entry<T>[]>();
    for (const entry of gone) {
      const found = key(entry.item);
      if (found !== null) waiting.set(found, [...(waiting.get(found) ?? []), entry]);
    }
    for (const entry of fresh) {
      const found = key(entry.item);
      const match = found === null ? undefined : waiting.get(found)?.shift();
      if (match === undefined) continue;
      both.push({ before: match, after: entry });
      gone.delete(match);
      fresh.delete(entry);
    }
  }
  both.sort((a, b) => a.after.index - b.after.index);
  return { both, gone: [...gone], fresh: [...fresh] };
}

function entries<T>(items: readonly T[]): readonly Entry<T>[] {
  return items.map((item, index) => ({ item, index }));
}
