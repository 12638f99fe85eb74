import { sortedByManual } from '../schema/index.js';
import type { Facts, FactValue } from './protocol.js';

/**
 * The facts of a declaration (or of a block in it) in the order of the schema, those it does not know
 * after them by name: the order in which people read them, whatever order the Protocol stores.
 *
 * @param kind the word the declaration begins with
 */
export function orderedFacts(facts: Facts, kind: string, block?: string): readonly [string, FactValue][] {
  const members = new Map(Object.entries(facts));
  return sortedByManual(kind, [...members.keys()], block).map((name) => [name, members.get(name)!]);
}
