import { canonicalJson, pointerTo } from '../../protocol/canonical-json.js';
import { added, type Change, type Compare, type Place, removed, renamed } from '../change.js';
import { type Entry, pairs } from './pairs.js';

/** How things with a name are spoken of, and what it means when one comes or goes. */
export interface NamedThings<T> {
  /** "modification", or of each thing its own word. */
  readonly noun: string | ((item: T) => string);
  readonly compare: Compare<T>;
  /** Why its removal has to be approved again; null where it need not be. */
  readonly removal: ((item: T) => string | null) | string | null;
  readonly addition?: ((item: T) => string | null) | string | null;
  /** Whether the parts are spoken of as parts of what they stand in, and not on their own. */
  readonly inside?: boolean;
}

/** Things recognised by their name or, failing that, by a content that nothing else has. */
export function namedList<T extends { readonly name: string }>(
  things: NamedThings<T>,
): Compare<readonly T[]> {
  const noun = (item: T) => (typeof things.noun === 'string' ? things.noun : things.noun(item));
  return (before, after, place) => {
    const content = contentKey(before, after);
    const found = pairs(before, after, [(item) => `${noun(item)} ${item.name}`, content]);
    const label = ({ item }: Entry<T>) => `${noun(item)} ${item.name}`;
    const subject = (entry: Entry<T>) => (things.inside ? place.subject : label(entry));
    const what = (entry: Entry<T>) => (things.inside ? `${label(entry)} is` : 'is');
    return [
      ...found.gone.map((entry) =>
        removed(
          subject(entry),
          pointerTo(place.before, entry.index),
          `${what(entry)} not there any more`,
          reason(things.removal, entry.item),
        ),
      ),
      ...found.fresh.map((entry) =>
        added(
          subject(entry),
          pointerTo(place.after, entry.index),
          `${what(entry)} new`,
          reason(things.addition ?? null, entry.item),
        ),
      ),
      ...found.both.flatMap((pair): readonly Change[] => {
        const there: Place = {
          subject: subject(pair.after),
          before: pointerTo(place.before, pair.before.index),
          after: pointerTo(place.after, pair.after.index),
        };
        const [old, now] = [pair.before.item, pair.after.item];
        const name =
          old.name === now.name
            ? []
            : [
                renamed(
                  there,
                  `${what(pair.after)} what was called ${old.name}; nothing else about it changed`,
                ),
              ];
        return [...name, ...things.compare(old, now, there)];
      }),
    ];
  };
}

function reason<T>(why: ((item: T) => string | null) | string | null, item: T): string | null {
  return typeof why === 'function' ? why(item) : why;
}

/** The content apart from the name; null where it says nothing, or where several things share it. */
function contentKey<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
): (item: T) => string | null {
  const counts = [before, after].map((list) => {
    const count = new Map<string, number>();
    for (const item of list) count.set(contentOf(item), (count.get(contentOf(item)) ?? 0) + 1);
    return count;
  });
  return (item) => {
    const content = contentOf(item);
    return saysNothing(item) || counts.some((count) => count.get(content) !== 1) ? null : content;
  };
}

/** A declaration without its name. */
export function contentOf(item: { readonly name: string }): string {
  return canonicalJson({ ...item, name: '' });
}

/** Whether there is so little content that being alike proves nothing. */
export function saysNothing(item: object): boolean {
  return Object.entries(item).every(
    ([member, content]) => member === 'name' || member === 'kind' || isEmpty(content),
  );
}

function isEmpty(content: unknown): boolean {
  return content === null || (typeof content === 'object' && Object.keys(content as object).length === 0);
}
