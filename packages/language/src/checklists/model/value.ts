import type { Facts, Limit } from '../../protocol/protocol.js';
import type { Truth } from '../truth.js';

/** What a value is about and where it stands, or would stand. */
export interface Origin {
  /** `model.artifactHash` */
  readonly concept: string;
  /** JSON pointer into the Protocol. */
  readonly at: string;
}

/** Parts of a value that is more than its text or items, such as the reason behind `acceptable because "…"`. */
export type Members = { readonly [name: string]: () => Value };

interface Described {
  readonly origin?: Origin;
  readonly members?: Members;
}

/** What an expression reads and computes. */
export type Value =
  /** Nobody wrote it. `of`: the concept it would be. */
  | (Described & { readonly kind: 'absent'; readonly origin: Origin; readonly of?: string })
  /** Only a run, the audit trail or an earlier release can tell. */
  | (Described & { readonly kind: 'open'; readonly reason: string })
  | (Described & { readonly kind: 'truth'; readonly truth: Truth })
  | (Described & { readonly kind: 'number'; readonly number: number })
  /** `also`: other words for the same, such as the regulation's for the language's. */
  | (Described & { readonly kind: 'text'; readonly text: string; readonly also: readonly string[] })
  | (Described & { readonly kind: 'duration'; readonly days: number })
  | (Described & { readonly kind: 'date'; readonly date: string })
  | (Described & { readonly kind: 'limit'; readonly limit: Limit })
  | (Described & { readonly kind: 'record'; readonly members: Members; readonly label: string })
  | (Described & { readonly kind: 'entity'; readonly entity: Entity })
  | (Described & ListValue);

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Whether each item belongs to the list; absent: all do. */
  readonly doubts?: readonly Truth[];
  /** Of several things, those that do not have what the others list. */
  readonly lacking?: readonly Value[];
  /** True for `model.kind` with several models: a comparison is about each of them. */
  readonly each: boolean;
  /** The concept its items are. */
  readonly of?: string;
}

/** Facts written in one body, of a declaration or of a block in it. */
export interface FactSource {
  /** The word the declaration begins with. */
  readonly kind: string;
  readonly block?: string;
  readonly facts: Facts;
  /** JSON pointer of the facts, `/models/0/facts`. */
  readonly at: string;
}

/** One thing of a spec as checklists speak of it: a model, a risk, a planned change. */
export interface Entity {
  /** `risk` */
  readonly concept: string;
  /** Told apart from others of its concept. */
  readonly id: string;
  /** JSON pointer of the declaration or statement: where a missing fact belongs. */
  readonly at: string;
  readonly name: string;
  readonly title: string | null;
  /** Names people use for it; the first is its own. */
  readonly names: readonly string[];
  /** Identities of what counts as the same thing, seen from another side. */
  readonly same: readonly string[];
  /** The first that holds a fact decides. */
  readonly facts: readonly FactSource[];
  /** What is not a row of the table but follows from statements; undefined where nothing does. */
  readonly own: (field: string) => Value | undefined;
}

/** Whether both are the same thing. */
export function isSame(a: Entity, b: Entity): boolean {
  if (a.id === b.id) return a.concept === b.concept;
  return a.same.includes(b.id) || b.same.includes(a.id);
}
