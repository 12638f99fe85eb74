import type { CheckDraft, MonitorDraft } from '../draft.js';

/** The limits of a check as they are written, and how they were got. */
export interface WrittenLimits {
  /** `warn > 0.1 fail > 0.2` */
  readonly text: string;
  /** A sentence, for the check of so many columns with the same limits. */
  readonly comment: (columns: number) => string;
  /** How near the windows come to the limits: of several columns the widest is told. */
  readonly width: number;
}
/** Null: the check is left out. */
export type LimitsOf = (monitor: MonitorDraft, check: CheckDraft) => WrittenLimits | null;
