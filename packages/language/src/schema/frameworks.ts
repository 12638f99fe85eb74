import { frameworkAddresses, frameworkNames } from './served.js';

/** A regulation, standard or guideline with a checklist of its own. */
export interface Framework {
  /** e.g. `fda-pccp` */
  readonly id: string;
  readonly name: string;
  /** Where it is published. */
  readonly url: string;
}

/**
 * The framework a spec names in `comply with` and `waive`, e.g. `FDA_PCCP`, or `Part11` for 21 CFR Part 11; undefined
 * for house rules and for what Vigil does not know.
 */
export function frameworkOf(pack: string): Framework | undefined {
  const wanted = pack.replaceAll('_', '').toLowerCase();
  if (wanted === '') return undefined;
  const id = Object.keys(frameworkNames()).find((each) => withoutPublisher(each, wanted) === wanted);
  return id === undefined ? undefined : frameworkNamed(id);
}

/** A framework by its identifier. */
export function frameworkNamed(id: string): Framework | undefined {
  if (!Object.hasOwn(frameworkNames(), id)) return undefined;
  return { id, name: frameworkNames()[id] ?? id, url: frameworkAddresses()[id] ?? '' };
}

/** `cfr21-part11` is known as `Part11`: the last words of the identifier are enough. */
function withoutPublisher(id: string, wanted: string): string {
  const words = id.split('-');
  const endings = words.map((_, first) => words.slice(first).join(''));
  return endings.find((ending) => ending === wanted) ?? words.join('');
}
