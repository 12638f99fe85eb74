import { once } from '../once.js';
import { conceptsOf } from './concepts.js';
import { frameworkNames, itemsByConcept, servedItems } from './served.js';

/** An item of a checklist that a field or statement helps to meet. */
export interface ServedItem {
  /** e.g. `gmlp.p2.engineering` */
  readonly id: string;
  /** e.g. `gmlp` */
  readonly framework: string;
  readonly frameworkName: string;
  /** Clause, section or article. */
  readonly citation: string;
  readonly title: string;
}

/**
 * The items of the checklists that depend on a field, block, statement or part of a declaration's head, by identifier.
 * Empty for what Vigil does not know.
 *
 * @param kind the kind of a declaration (`model`), or the name of a block (`intendedUse`)
 * @param field a field (`sha256`), a block, the keyword of a statement (`input`), or `name`, `title`, `version`
 */
export function itemsServing(kind: string, field: string): readonly ServedItem[] {
  return itemsOf(conceptsOf(kind, field));
}

/** The items that depend on any of these concepts, by identifier. */
export function itemsOf(concepts: readonly string[]): readonly ServedItem[] {
  const positions = new Set(concepts.flatMap((concept) => itemsByConcept()[concept] ?? []));
  return [...positions]
    .sort((a, b) => a - b)
    .flatMap((position) => {
      const item = servedItems()[position];
      return item === undefined ? [] : [described(...item)];
    });
}

/** An item of a framework with the concepts that decide it. */
export interface FrameworkItem extends ServedItem {
  readonly concepts: readonly string[];
}

/** The items of a framework such as `onc-hti1` that depend on what a spec says, by clause, numbers by size. */
export function itemsOfFramework(framework: string): readonly FrameworkItem[] {
  const found = itemsOf(Object.keys(itemsByConcept())).filter((item) => item.framework === framework);
  return found
    .map((item) => ({ ...item, concepts: conceptsByItem().get(item.id) ?? [] }))
    .sort((a, b) => byNumbers(a.citation, b.citation) || byNumbers(a.id, b.id));
}

const conceptsByItem = once((): ReadonlyMap<string, readonly string[]> => {
  const concepts = new Map<string, string[]>();
  for (const [concept, positions] of Object.entries(itemsByConcept())) {
    for (const position of positions) {
      const id = servedItems()[position]?.[0];
      if (id !== undefined) concepts.set(id, [...(concepts.get(id) ?? []), concept]);
    }
  }
  return concepts;
});

/** `10.1` comes after `4.4`. */
function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const difference = Number(part) - Number(other);
    if (!Number.isNaN(difference)) return difference;
    return part < other ? -1 : 1;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

function described(id: string, citation: string, title: string): ServedItem {
  const framework = id.slice(0, id.indexOf('.'));
  return { id, framework, frameworkName: frameworkNames()[framework] ?? framework, citation, title };
}
