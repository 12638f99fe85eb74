import { blockSchema, declarationSchema } from './declarations.js';

/**
 * Names of fields in the order of the reference manual, those it does not know after them, by name.
 *
 * @param kind the word the declaration begins with
 * @param block the block the fields stand in, if any
 */
export function sortedByManual(kind: string, names: readonly string[], block?: string): readonly string[] {
  const order = manualOrder(kind, block);
  const rank = (name: string) => order.get(name) ?? order.size;
  return [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

function manualOrder(kind: string, block: string | undefined): ReadonlyMap<string, number> {
  const fields = block === undefined ? declarationSchema(kind)?.fields : blockSchema(kind, block)?.fields;
  return new Map((fields ?? []).map(({ name }, index) => [name, index]));
}
