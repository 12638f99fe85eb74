import type { Protocol } from '../protocol/protocol.js';
import type { Conformance } from './item-result.js';
import { judgeItem } from './judge-item.js';
import { ConceptGraph } from './model/concept-graph.js';
import { concepts } from './model/concept-table.js';
import { type Pack, packHeading } from './pack.js';
import type { Records } from './records.js';

export type { Conformance, ItemResult, ItemStatus, PackConformance } from './item-result.js';
export type { Attestation, EvidenceRecord, Records } from './records.js';

/**
 * Judges a Protocol against checklists.
 *
 * @param asOf the day to judge for, YYYY-MM-DD; injected, never the clock's: waivers and statements expire by it
 * @param records evidence and attestations that are known; without them the items that need them are open
 */
export function conformanceOf(
  protocol: Protocol,
  packs: readonly Pack[],
  asOf: string,
  records?: Records,
): Conformance {
  const graph = new ConceptGraph(protocol, { asOf, records }, concepts);
  return {
    asOf,
    packs: packs.map((pack) => ({
      ...packHeading(pack, protocol),
      items: pack.items.map((item) => judgeItem(pack, item, graph).result),
    })),
  };
}
