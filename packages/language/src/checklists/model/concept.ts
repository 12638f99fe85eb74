import type { FactDeclaration, Protocol } from '../../protocol/protocol.js';
import type { Surroundings } from '../records.js';
import type { Type } from './type.js';
import type { Entity, FactSource, Value } from './value.js';

export interface Placed<T> {
  readonly value: T;
  /** JSON pointer. */
  readonly at: string;
}

/** A Protocol as checklists speak of it: things by concept, with fields by concept. */
export interface Graph {
  readonly protocol: Protocol;
  /** The declarations of facts of one kind, with their places among all. */
  declarations(kind: string): readonly Placed<FactDeclaration>[];
  /** `sha256:…`, by which records name the Protocol. */
  readonly protocolId: string;
  readonly surroundings: Surroundings;
  /** The same view of the last released spec, where it is known. */
  readonly released: Graph | undefined;
  /** All things of a concept, `risk`; none for an unknown one. */
  all(concept: string): readonly Entity[];
  /** The first of a concept with this name. */
  one(concept: string, name: string | null): Entity | undefined;
  /** What a reference leads to: a monitor is as many measurements as it has checks. Empty where nothing is declared. */
  named(name: string): readonly Entity[];
  /**
   * A field of a thing, by its name in the checklists or in the spec.
   * @param inferring also where it only follows from other facts: to see which items apply
   */
  read(entity: Entity, field: string, inferring?: boolean): Value;
}

/** A field that is not (only) a row of the schema table: it follows from statements or from other facts. */
export interface DerivedField<Source> {
  readonly type: Type;
  /** One sentence: what it says. */
  readonly documentation: string;
  /** Undefined: what is written as a fact of that name counts. */
  readonly read: (source: Source, graph: Graph, entity: Entity) => Value | undefined;
  /** Read only where nothing is written, and only to see which items apply. */
  readonly inferred: boolean;
}

/** One kind of thing that expressions can name. */
export interface Concept {
  /** The word for one, `risk`. */
  readonly name: string;
  /** The word for all, `risks`; undefined where `name` stands for both. */
  readonly plural: string | undefined;
  /** Whether its word stands for all of its things, as `fairness` does. */
  readonly isMany: boolean;
  /** One sentence: what it is. */
  readonly documentation: string;
  /** Whether a field can name one of them. */
  readonly referable: boolean;
  readonly fields: ReadonlyMap<string, Pick<DerivedField<never>, 'type' | 'documentation' | 'inferred'>>;
  /** All of them in a spec. */
  readonly entities: (graph: Graph) => readonly Entity[];
}

/** What makes an entity. */
export interface EntityDraft<Source> {
  readonly source: Source;
  readonly at: string;
  readonly name: string;
  readonly title?: string | null;
  readonly facts?: readonly FactSource[];
  readonly id?: string;
  readonly names?: readonly string[];
  readonly same?: readonly string[];
}

interface ConceptOptions<Source> {
  readonly plural?: string;
  readonly isMany?: boolean;
  readonly documentation: string;
  readonly referable?: boolean;
  readonly all: (graph: Graph) => readonly EntityDraft<Source>[];
  readonly fields?: { readonly [name: string]: DerivedField<Source> };
}

/** A concept whose things are found by `all` and have, beside their facts, the fields given. */
export function concept<Source>(
  name: string,
  { plural, isMany = false, documentation, referable = true, all, fields = {} }: ConceptOptions<Source>,
): Concept {
  const known = new Map(Object.entries(fields));
  return {
    name,
    plural,
    isMany,
    documentation,
    referable,
    fields: known,
    entities: (graph) => all(graph).map((draft) => entityOf(name, draft, known, graph)),
  };
}

function entityOf<Source>(
  concept: string,
  draft: EntityDraft<Source>,
  fields: ReadonlyMap<string, DerivedField<Source>>,
  graph: Graph,
): Entity {
  const entity: Entity = {
    concept,
    id: draft.id ?? draft.at,
    at: draft.at,
    name: draft.name,
    title: draft.title ?? null,
    names: [draft.name, ...(draft.names ?? [])],
    same: draft.same ?? [],
    facts: draft.facts ?? [],
    own: (field) => fields.get(field)?.read(draft.source, graph, entity),
  };
  return entity;
}

/** A field that follows from what a spec says elsewhere. */
export function derived<Source>(
  type: Type,
  documentation: string,
  read: DerivedField<Source>['read'],
): DerivedField<Source> {
  return { type, documentation, read, inferred: false };
}

/** A fact of the table that, where it is not written, follows from others: enough to see which items apply. */
export function inferred<Source>(
  type: Type,
  documentation: string,
  read: DerivedField<Source>['read'],
): DerivedField<Source> {
  return { type, documentation, read, inferred: true };
}
