import type { Protocol } from '../../protocol/protocol.js';
import { protocolId } from '../../protocol/protocol-id.js';
import type { Surroundings } from '../records.js';
import type { Concept, Graph } from './concept.js';
import { readFacts } from './facts.js';
import { schemaRows } from './schema-rows.js';
import type { Entity, Value } from './value.js';
import { absent } from './values.js';

/** Key of the names that references lead by. */
const namesKey = 'names';

/**
 * The graph of a Protocol, built lazily. It notes what is read, so that an item is judged again only when one of its
 * facts has changed.
 */
export class ConceptGraph implements Graph {
  readonly #entities = new Map<string, readonly Entity[]>();
  readonly #values = new Map<Entity, Map<string, Value>>();
  #named: ReadonlyMap<string, readonly Entity[]> | undefined;
  #reads: Set<string> | undefined;
  #protocolId: string | undefined;
  #released: ConceptGraph | undefined;

  constructor(
    readonly protocol: Protocol,
    readonly surroundings: Surroundings,
    private readonly concepts: ReadonlyMap<string, Concept>,
  ) {}

  get protocolId(): string {
    this.#reads?.add('protocolId');
    this.#protocolId ??= protocolId(this.protocol);
    return this.#protocolId;
  }

  get released(): Graph | undefined {
    const released = this.surroundings.records?.released;
    if (released !== undefined)
      this.#released ??= new ConceptGraph(released, this.surroundings, this.concepts);
    return this.#released;
  }

  /** Runs the function and says what it read: `risk[]` for all risks, `risk.severity` for a field of theirs. */
  noting<T>(run: () => T): { readonly result: T; readonly reads: ReadonlySet<string> } {
    const reads = new Set<string>();
    this.#reads = reads;
    try {
      return { result: run(), reads };
    } finally {
      this.#reads = undefined;
    }
  }

  all(concept: string): readonly Entity[] {
    this.#reads?.add(`${concept}[]`);
    let entities = this.#entities.get(concept);
    if (entities === undefined) {
      entities = this.concepts.get(concept)?.entities(this) ?? [];
      this.#entities.set(concept, entities);
    }
    return entities;
  }

  one(concept: string, name: string | null): Entity | undefined {
    return name === null ? undefined : this.all(concept).find((entity) => entity.name === name);
  }

  named(name: string): readonly Entity[] {
    this.#reads?.add(namesKey);
    this.#named ??= this.#namedEntities();
    return this.#named.get(name) ?? [];
  }

  read(entity: Entity, field: string, inferring = false): Value {
    const key = inferring ? `${field}?` : field;
    this.#reads?.add(`${entity.concept}.${key}`);
    let values = this.#values.get(entity);
    if (values === undefined) {
      values = new Map();
      this.#values.set(entity, values);
    }
    let value = values.get(key);
    if (value === undefined) {
      value = this.#read(entity, field, inferring);
      values.set(key, value);
    }
    return value;
  }

  #read(entity: Entity, field: string, inferring: boolean): Value {
    const isInferred = this.concepts.get(entity.concept)?.fields.get(field)?.inferred === true;
    return (
      (isInferred ? undefined : entity.own(field)) ??
      readFacts(entity, field, this) ??
      (isInferred && inferring ? entity.own(field) : undefined) ??
      absent(`${entity.concept}.${field}`, entity.at)
    );
  }

  /** One name, one thing; only the checks of a monitor share one. */
  #namedEntities(): ReadonlyMap<string, readonly Entity[]> {
    const named = new Map<string, Entity[]>();
    for (const { name: concept, referable } of this.concepts.values()) {
      if (!referable) continue;
      for (const entity of this.all(concept)) {
        const same = named.get(entity.name);
        if (same === undefined) named.set(entity.name, [entity]);
        else if (same[0]?.concept === entity.concept) same.push(entity);
      }
    }
    return named;
  }
}

/** Whether a concept has the field, in the schema table or by derivation. */
export function hasField(concept: Concept, field: string): boolean {
  return concept.fields.has(field) || schemaRows.get(concept.name)?.has(field) === true;
}
