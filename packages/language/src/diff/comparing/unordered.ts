import { pointerTo } from '../../protocol/canonical-json.js';
import { added, type Compare, removed } from '../change.js';
import { pairs } from './pairs.js';

/** How the things of a set are spoken of; a thing that changed is one that went and one that came. */
export interface SetOf<T> {
  /** "the reaction on fail: run DriftResponse". */
  readonly words: (item: T) => string;
  /** Why its removal has to be approved again; null where it need not be. */
  readonly removal: string | null;
  readonly addition?: string | null;
}

/** A list in which only matters what is in it, and not in which order. */
export function unordered<T>({ words, removal, addition = null }: SetOf<T>): Compare<readonly T[]> {
  return (before, after, place) => {
    const { gone, fresh } = pairs(before, after, []);
    return [
      ...gone.map(({ item, index }) =>
        removed(
          place.subject,
          pointerTo(place.before, index),
          `${words(item)} is not there any more`,
          removal,
        ),
      ),
      ...fresh.map(({ item, index }) =>
        added(place.subject, pointerTo(place.after, index), `${words(item)} is new`, addition),
      ),
    ];
  };
}
