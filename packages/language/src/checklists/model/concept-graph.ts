import type { FactDeclaration, Protocol } from '../../protocol/protocol.js';
import { protocolId } from '../../protocol/protocol-id.js';
import type { Surroundings } from '../records.js';
import type { Concept, Graph, Placed } from './concept.js';
import { digestField, digestOf } from './digest.js';
import { readFacts } from './facts.js';
import { observed } from './observed.js';
import { bitOfKind, byKind, watched } from './slices.js';
import type { Entity, Value } from './value.js';
import { absent, text } from './values.js';

/** Something computed, and the slices of the Protocol it was computed from. */
interface Computed<T> {
  readonly value: T;
  readonly slices: number;
}

const namesKey = 'names';
const identityKey = 'protocolId';
const everySlice = -1;

/**
 * The graph of a Protocol, built lazily. It notes what is read, so that an item is judged again only when one of its
 * facts has changed.
 */
export class ConceptGraph implements Graph {
  readonly protocol: Protocol;
  readonly #kinds: ReadonlyMap<string, readonly Placed<FactDeclaration>[]>;
  readonly #entities = new Map<string, Computed<readonly Entity[]>>();
  readonly #values = new Map<Entity, Map<string, Computed<Value>>>();
  #named: Computed<ReadonlyMap<string, readonly Entity[]>> | undefined;
  #protocolId: string | undefined;
  #released: ConceptGraph | undefined;
  #reads: Set<string> | undefined;
  #touched = 0;

  constructor(
    private readonly source: Protocol,
    readonly surroundings: Surroundings,
    private readonly concepts: ReadonlyMap<string, Concept>,
  ) {
    this.protocol = watched(source, (slices) => {
      this.#touched |= slices;
    });
    this.#kinds = byKind(source);
  }

  get protocolId(): string {
    this.#reads?.add(identityKey);
    this.#touched = everySlice;
    this.#protocolId ??= protocolId(this.source);
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

  /** What the notes of `noting` stand for, in a form that differs exactly when an expression can see a difference. */
  observe(key: string): Computed<string> {
    return this.#computed(() => JSON.stringify(this.#observed(key)));
  }

  #observed(key: string): unknown {
    if (key === identityKey) return this.protocolId;
    if (key === namesKey)
      return [...this.#names()].map(([name, entities]) => [
        name,
        entities.map(({ concept, id }) => `${concept} ${id}`),
      ]);
    if (key.endsWith('[]'))
      return this.all(key.slice(0, -2)).map(({ id, at, names, same }) => [id, at, names, same]);
    const dot = key.indexOf('.');
    const inferring = key.endsWith('?');
    const field = key.slice(dot + 1, inferring ? -1 : undefined);
    return this.all(key.slice(0, dot)).map((entity) => [
      entity.id,
      observed(this.read(entity, field, inferring)),
    ]);
  }

  declarations(kind: string): readonly Placed<FactDeclaration>[] {
    this.#touched |= bitOfKind(kind);
    return this.#kinds.get(kind) ?? [];
  }

  all(concept: string): readonly Entity[] {
    this.#reads?.add(`${concept}[]`);
    let entities = this.#entities.get(concept);
    if (entities === undefined) {
      entities = this.#computed(() => this.concepts.get(concept)?.entities(this) ?? []);
      this.#entities.set(concept, entities);
    }
    return this.#used(entities);
  }

  one(concept: string, name: string | null): Entity | undefined {
    return name === null ? undefined : this.all(concept).find((entity) => entity.name === name);
  }

  named(name: string): readonly Entity[] {
    this.#reads?.add(namesKey);
    return this.#names().get(name) ?? [];
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
      value = this.#computed(() => this.#read(entity, field, inferring));
      values.set(key, value);
    }
    const own = this.#entities.get(entity.concept);
    if (own !== undefined) this.#used(own);
    return this.#used(value);
  }

  #read(entity: Entity, field: string, inferring: boolean): Value {
    if (field === digestField) return text(digestOf(entity, this));
    const isInferred = this.concepts.get(entity.concept)?.fields.get(field)?.inferred === true;
    return (
      (isInferred ? undefined : entity.own(field)) ??
      readFacts(entity, field, this) ??
      (isInferred && inferring ? entity.own(field) : undefined) ??
      headOf(entity, field) ??
      absent(`${entity.concept}.${field}`, entity.at)
    );
  }

  #names(): ReadonlyMap<string, readonly Entity[]> {
    this.#named ??= this.#computed(() => this.#namedEntities());
    return this.#used(this.#named);
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

  #computed<T>(compute: () => T): Computed<T> {
    const outer = this.#touched;
    this.#touched = 0;
    try {
      const value = compute();
      return { value, slices: this.#touched };
    } finally {
      this.#touched |= outer;
    }
  }

  #used<T>({ value, slices }: Computed<T>): T {
    this.#touched |= slices;
    return value;
  }
}

/** Name and title, which every declaration has in its head. */
function headOf({ concept, at, name, title }: Entity, field: string): Value | undefined {
  const origin = { concept: `${concept}.${field}`, at };
  if (field === 'name') return text(name, origin);
  return field === 'title' && title !== null ? text(title, origin) : undefined;
}
