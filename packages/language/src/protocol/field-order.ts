import { blockSchema, fieldsOf } from '../schema/index.js';
import type { Facts, FactValue } from './protocol.js';

/**
 * The facts of a declaration (or of a block in it) in the order of the schema, those it does not know
 * after them by name: the order in which people read them, whatever order the Protocol stores.
 *
 * @param kind the word the declaration begins with
 */
export function orderedFacts(facts: Facts, kind: string, block?: string): readonly [string, FactValue][] {
  const fields = block === undefined ? fieldsOf(kind) : (blockSchema(kind, block)?.fields ?? []);
  const order = new Map(fields.map(({ name }, index) => [name, index]));
  const rank = (name: string) => order.get(name) ?? order.size;
  return Object.entries(facts).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
