import type { Protocol } from '../protocol/protocol.js';
import type { Pack } from './pack.js';
import { packNamed } from './packs.js';

/**
 * The checklists a spec is judged against: those it complies with, in the order of the Protocol, then the house
 * checklists it declares. What nobody knows is left out; the checks have said so.
 */
export function chosenPacks({ product, checklists }: Protocol): readonly Pack[] {
  const declared = (name: string) => checklists.find((checklist) => checklist.name === name);
  const complied = (product?.complyWith ?? []).flatMap(({ pack }) => declared(pack) ?? packNamed(pack) ?? []);
  const names = new Set(complied.map(({ name }) => name));
  return [...complied, ...checklists.filter(({ name }) => !names.has(name))];
}
