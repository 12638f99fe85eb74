import type { Protocol } from '../protocol/protocol.js';

/** A stored result of a run or entry of the audit trail that passed its own checks of signature and age. */
export interface EvidenceRecord {
  /** One of the evidence types, `performance-run`. */
  readonly type: string;
  readonly protocolId: string;
  /** Day it was made, YYYY-MM-DD. */
  readonly date: string;
  readonly passed: boolean;
}

/** A person's signed statement that an item is fulfilled; its signature has been verified. */
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
  /** The last released spec: what it allowed is the baseline of a change. */
  readonly released?: Protocol;
}

/** What is judged beside the text. */
export interface Surroundings {
  /** Day to judge for, YYYY-MM-DD. */
  readonly asOf: string;
  readonly records: Records | undefined;
}
