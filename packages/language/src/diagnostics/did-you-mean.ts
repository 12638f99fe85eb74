/** Longer words are no slips of the finger; the limit keeps a pathological file cheap. */
const LONGEST_WORD = 64;

/**
 * Damerau-Levenshtein distance in its optimal-string-alignment form: insertions, deletions,
 * substitutions and swaps of neighbours cost 1 each; no part is edited twice.
 * Source: Boytsov, "Indexing methods for approximate dictionary searching" (2011), §2.
 */
export function editDistance(from: string, to: string): number {
  const width = to.length + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column < width; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, beforePrevious[column - 2]! + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length]!;
}

/** Writing habits are no spelling mistakes: `observedExpected`, `Observed-Expected` and `observed_expected` meet. */
function normalised(word: string): string {
  return word.toLowerCase().replaceAll(/[_\-\s`]/g, '');
}

/**
 * The candidate that was most probably meant, or undefined when none is near enough: at most one slip
 * per three letters. Equal distances are settled by the longer common beginning, then alphabetically,
 * so that the answer does not depend on the order of the candidates.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = normalised(word);
  if (wanted.length === 0 || wanted.length > LONGEST_WORD) return undefined;
  const furthest = Math.max(1, Math.floor(wanted.length / 3));
  let best: { candidate: string; distance: number; beginning: number } | undefined;
  for (const candidate of candidates) {
    const offered = normalised(candidate);
    if (candidate === word || offered.length === 0) continue;
    if (Math.abs(offered.length - wanted.length) > furthest) continue;
    const distance = editDistance(wanted, offered);
    // A single letter has no slips: every other letter would be "near".
    if (distance > furthest || (distance > 0 && wanted.length === 1)) continue;
    const rival = { candidate, distance, beginning: commonBeginning(wanted, offered) };
    if (best === undefined || isNearer(rival, best)) best = rival;
  }
  return best?.candidate;
}

type Rival = { candidate: string; distance: number; beginning: number };

function isNearer(a: Rival, b: Rival): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  if (a.beginning !== b.beginning) return a.beginning > b.beginning;
  return a.candidate < b.candidate;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The half sentence at the end of a message: `; did you mean 'auroc'?` or nothing. */
export function hint(nearestName: string | undefined): string {
  return nearestName === undefined ? '' : `; did you mean '${nearestName}'?`;
}
