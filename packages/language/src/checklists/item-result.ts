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
