import type { Protocol } from '../protocol/protocol.js';
import type { Pack } from './pack.js';

export type ItemStatus = 'met' | 'unmet' | 'open' | 'waived' | 'notApplicable';

/** How one item of a checklist fares. */
export interface ItemResult {
  /** Name of the checklist, `FDA_PCCP`. */
  readonly pack: string;
  readonly item: string;
  readonly title: string;
  /** Clauses, sections or article numbers. */
  readonly cites: readonly string[];
  readonly kind: 'structural' | 'evidence' | 'attestation';
  readonly severity: 'error' | 'warning' | 'info';
  readonly status: ItemStatus;
  /** True when the condition only proves that fields are filled: 'present, not judged'. */
  readonly presenceOnly: boolean;
  /** Concepts (`changePlan.title`) whose absence decided it. */
  readonly missing: readonly string[];
  /** JSON pointers into the Protocol of what was looked at or violates it; first is where the fact belongs. */
  readonly at: readonly string[];
  /** Why it is open or unmet, one sentence for people; empty when there is nothing to explain. */
  readonly reason: string;
  readonly waiver: {
    readonly because: string;
    readonly approvedBy: string;
    /** Last day it holds, YYYY-MM-DD. */
    readonly until: string;
    readonly expired: boolean;
  } | null;
  /** How far the item was checked against its source; null where a checklist does not say. */
  readonly provenance: { readonly status: 'verified' | 'memory'; readonly source: string } | null;
}

export interface PackConformance {
  readonly pack: string;
  readonly title: string;
  /** The edition evaluated. */
  readonly edition: string | null;
  /** The edition the spec asks for (`comply with FDA_PCCP@2024.12`). */
  readonly pinned: string | null;
  readonly items: readonly ItemResult[];
}

export interface Conformance {
  /** The day it was judged for, YYYY-MM-DD: waivers and attestations expire by it. */
  readonly asOf: string;
  readonly packs: readonly PackConformance[];
}

/** A stored result of a run or entry of the audit trail that passed its own checks of signature and age. */
export interface EvidenceRecord {
  /** One of the evidence types, `performance-run`. */
  readonly type: string;
  readonly protocolId: string;
  /** Day it was made, YYYY-MM-DD. */
  readonly date: string;
  readonly passed: boolean;
}

/** A person's signed statement that an item is fulfilled. */
export interface Attestation {
  readonly pack: string;
  readonly item: string;
  readonly role: string;
  readonly protocolId: string;
  /** Day it was signed, YYYY-MM-DD. */
  readonly date: string;
}

/** What is known beyond the text: evidence and attestations. Absent, the items that need them are open. */
export interface Records {
  readonly evidence: readonly EvidenceRecord[];
  readonly attestations: readonly Attestation[];
}

/**
 * Judges a Protocol against checklists.
 * @param asOf the day to judge for, YYYY-MM-DD; injected, never the clock's
 */
export type ConformanceOf = (
  protocol: Protocol,
  packs: readonly Pack[],
  asOf: string,
  records?: Records,
) => Conformance;
