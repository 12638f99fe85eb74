import { once } from '../once.js';
import { encodedPacks } from './generated/packs.js';
import type { Pack } from './pack.js';
import { decodePack, type PackLines } from './packed-pack.js';

/** Where something of a checklist stands in the library; lines count from 1. */
export interface LibraryPlace {
  /** The file's name in the library, e.g. `fda-pccp.vigil`. */
  readonly file: string;
  readonly line: number;
}

type Decoded = ReturnType<typeof decodePack>;

/** Read and decoded when first asked for: most specs are held against a few of them. */
const library: ReadonlyMap<string, () => Decoded> = new Map(
  Object.keys(encodedPacks).map((name) => [name, once(() => decodePack(encodedPacks[name] ?? ''))]),
);

/** The names of the checklists that ship with Vigil, as `comply with` names them, in alphabetical order. */
export const packNames: readonly string[] = [...library.keys()];

/** A checklist that ships with Vigil; undefined for house checklists and for what nobody knows. */
export function packNamed(name: string): Pack | undefined {
  return library.get(name)?.().pack;
}

/** All checklists that ship with Vigil, by name. */
export function packs(): readonly Pack[] {
  return [...library.values()].map((decoded) => decoded().pack);
}

/** Where a checklist, or one of its items, stands in the library; undefined for what is not there. */
export function placeInLibrary(pack: string, item?: string): LibraryPlace | undefined {
  const lines: PackLines | undefined = library.get(pack)?.().lines;
  const line = item === undefined ? lines?.line : lines?.items.get(item);
  return lines === undefined || line === undefined ? undefined : { file: lines.file, line };
}

/** The roles by which items of these checklists are attested, in alphabetical order. */
export function attestingRoles(): readonly string[] {
  const roles = packs().flatMap(({ items }) => items.flatMap(({ attestation }) => attestation?.role ?? []));
  return [...new Set(roles)].sort();
}
