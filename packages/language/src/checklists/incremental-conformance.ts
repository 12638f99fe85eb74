import type { ChecklistItem, Protocol } from '../protocol/protocol.js';
import type { Conformance } from './item-result.js';
import { type Judgement, judgeItem } from './judge-item.js';
import { ConceptGraph } from './model/concept-graph.js';
import { concepts } from './model/concept-table.js';
import { changedSlices } from './model/slices.js';
import { type Pack, packHeading } from './pack.js';
import type { Records } from './records.js';

interface Judged {
  readonly judgement: Judgement;
  readonly reads: ReadonlySet<string>;
}
interface Observation {
  readonly value: string;
  readonly slices: number;
}
interface State {
  readonly protocol: Protocol;
  readonly judged: ReadonlyMap<string, Judged>;
  /** What every key that an item read stands for. */
  readonly observations: ReadonlyMap<string, Observation>;
}

/**
 * Judges one spec again and again as it is written. After an edit only those items are judged that read a fact whose
 * value changed; the answer is always that of `conformanceOf`.
 *
 * Pipeline: slices of the Protocol that differ -> keys computed from them -> keys whose observation differs -> items
 * that read them.
 */
export class IncrementalConformance {
  #state: State | undefined;

  constructor(
    readonly packs: readonly Pack[],
    readonly asOf: string,
    readonly records?: Records,
  ) {}

  /** Judges the spec as it is now. */
  update(protocol: Protocol): Conformance {
    const graph = new ConceptGraph(protocol, { asOf: this.asOf, records: this.records }, concepts);
    const before = this.#state;
    const changed = before === undefined ? undefined : changedSlices(before.protocol, protocol);
    const observations = new Map(before?.observations);
    const changedKeys = new Set<string>();
    if (before !== undefined && changed !== undefined && changed !== 0) {
      for (const [key, { value, slices }] of before.observations) {
        if ((slices & changed) === 0) continue;
        const now = graph.observe(key);
        observations.set(key, now);
        if (now.value !== value) changedKeys.add(key);
      }
    }
    const judged = new Map<string, Judged>();
    const conformance: Conformance = {
      asOf: this.asOf,
      packs: this.packs.map((pack) => ({
        ...packHeading(pack, protocol),
        items: pack.items.map((item) => {
          const name = `${pack.name}.${item.name}`;
          const known = before?.judged.get(name);
          const isStale = known === undefined || intersects(known.reads, changedKeys);
          const now = isStale ? judgedNow(pack, item, graph) : known;
          judged.set(name, now);
          return now.judgement.result;
        }),
      })),
    };
    for (const { reads } of judged.values())
      for (const key of reads) if (!observations.has(key)) observations.set(key, graph.observe(key));
    this.#state = { protocol, judged, observations };
    return conformance;
  }

  /** How the items fared in the spec that was judged last, with what has to be mended. */
  get judgements(): readonly Judgement[] {
    return [...(this.#state?.judged.values() ?? [])].map(({ judgement }) => judgement);
  }
}

function judgedNow(pack: Pack, item: ChecklistItem, graph: ConceptGraph): Judged {
  const { result: judgement, reads } = graph.noting(() => judgeItem(pack, item, graph));
  return { judgement, reads };
}

function intersects(reads: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  if (reads.size < changed.size) {
    for (const key of reads) if (changed.has(key)) return true;
    return false;
  }
  for (const key of changed) if (reads.has(key)) return true;
  return false;
}
