import type { Checklist, Protocol } from '../protocol/protocol.js';
import type { PackConformance } from './item-result.js';

/** A checklist as data: what a `checklist` declaration compiles to, with the facts of its framework. */
export interface Pack extends Checklist {}

/** What stands above the items of a checklist: its title, its edition, and the edition the spec asks for. */
export function packHeading(
  { name, title, facts }: Pack,
  { product }: Protocol,
): Omit<PackConformance, 'items'> {
  const { edition } = facts;
  return {
    pack: name,
    title: title ?? name,
    edition: typeof edition === 'string' ? edition : null,
    pinned: product?.complyWith.find(({ pack }) => pack === name)?.edition ?? null,
  };
}
