import { conceptsOf } from './concepts.js';
import { frameworkNames, itemsByConcept, servedItems } from './generated/served-items.js';

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
  const positions = new Set(concepts.flatMap((concept) => itemsByConcept[concept] ?? []));
  return [...positions]
    .sort((a, b) => a - b)
    .flatMap((position) => {
      const item = servedItems[position];
      return item === undefined ? [] : [described(...item)];
    });
}

function described(id: string, citation: string, title: string): ServedItem {
  const framework = id.slice(0, id.indexOf('.'));
  return { id, framework, frameworkName: frameworkNames[framework] ?? framework, citation, title };
}
