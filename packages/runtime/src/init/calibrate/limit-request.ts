import type { LimitRule } from '../draft.js';
import type { Observation } from './observe.js';

export interface LimitRequest {
  readonly rule: LimitRule;
  /** Null where nothing could be measured. */
  readonly observation: Observation | null;
  /** "month", for the comment. */
  readonly unit: string;
  /** By how much windows of the log spread wider than those measured; 1 or more. */
  readonly stretch: number;
}

export type SpreadRule = Extract<LimitRule, { kind: 'spread' }>;
