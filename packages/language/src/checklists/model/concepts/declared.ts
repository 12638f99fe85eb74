import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Declared, FactDeclaration, Facts, Protocol } from '../../../protocol/protocol.js';
import type { EntityDraft, Graph } from '../concept.js';
import type { FactSource } from '../value.js';

/** The lists of declarations of a Protocol, and what is in them. */
type Lists = {
  readonly [List in keyof Protocol as Protocol[List] extends readonly Declared[]
    ? List
    : never]: Protocol[List];
};

/** The facts of a declaration. */
export function factsOf(kind: string, { facts }: { readonly facts: Facts }, at: string): FactSource {
  return { kind, facts, at: pointerTo(at, 'facts') };
}

/** The declarations of a list, each with its facts and place. */
export function declaredIn<List extends keyof Lists>(
  graph: Graph,
  list: List,
  kind: string,
): readonly EntityDraft<Lists[List][number]>[] {
  const declarations: readonly Lists[List][number][] = graph.protocol[list];
  return declarations.map((source, index) => {
    const at = pointerTo('', list, index);
    return { source, at, name: source.name, title: source.title, facts: [factsOf(kind, source, at)] };
  });
}

/** The declarations of facts of one kind. */
export function factDeclarations(graph: Graph, kind: string): readonly EntityDraft<FactDeclaration>[] {
  return graph.declarations(kind).map(({ value, at }) => ({
    source: value,
    at,
    name: value.name,
    title: value.title,
    facts: [factsOf(kind, value, at)],
  }));
}
