import type { Range } from './detect/range.js';
import type { Roles } from './detect/roles.js';
import type { Marker } from './profile/column-profile.js';

/** A column the model takes, or that is logged beside it. */
export interface FeatureDraft {
  readonly direction: 'input' | 'context';
  readonly name: string;
  readonly type: 'number' | 'integer' | 'boolean' | 'category' | 'timestamp';
  readonly range: Range | null;
  /** Named categories; null where none may be named. */
  readonly values: readonly string[] | null;
  readonly unit: string | null;
  readonly optional: boolean;
  readonly missing: Marker['value'] | null;
}

/** The model as the spec declares it. */
export interface ModelDraft {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly artifact: string | null;
  readonly sha256: string | null;
  readonly architecture: string | null;
  readonly operatingPoint: number | null;
  readonly features: readonly FeatureDraft[];
  /** Whether the features are known to be what the model takes, in its order. */
  readonly featuresAreCertain: boolean;
  /** Null where the log holds no score. */
  readonly output: string | null;
}

export interface FileDraft {
  /** As the spec writes it. */
  readonly path: string;
  readonly sha256: string | null;
}

export interface LogDraft {
  readonly path: string;
  readonly roles: Roles;
  /** The reference stands in for a log that does not exist yet. */
  readonly provisional: boolean;
  /** Days after which an outcome is known, where the log tells them; null where it does not. */
  readonly matureDays: number | null;
}

/** A way to divide patients into groups. */
export interface GroupDraft {
  readonly name: string;
  readonly column: string;
  readonly rule:
    | { readonly kind: 'values'; readonly values: readonly string[] }
    | { readonly kind: 'cut'; readonly cuts: readonly number[] }
    | { readonly kind: 'declared' };
}

export type WindowUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** How a limit follows from what was measured. */
export type LimitRule =
  /** From the spread of the windows, on the bad side of what they show. */
  | {
      readonly kind: 'spread';
      readonly side: 'above' | 'below' | 'outside';
      /** Limits that are never stricter than these, and why. */
      readonly least: { readonly warn: number; readonly fail: number; readonly because: string } | null;
      /** Written as a percentage. */
      readonly share: boolean;
      /** What the metric can be. */
      readonly minimum: number;
      readonly maximum: number;
      /** The check stands with its least limits where nothing could be measured. */
      readonly withoutWindows: boolean;
      /** A failure limit beyond this says nothing any more: the check is left out. Null: every limit is useful. */
      readonly useful: number | null;
      /** Never a failure: a metric that speaks even of windows with a row or two. */
      readonly warnOnly: boolean;
    }
  /** A fixed limit, for a check that is written only where the data at hand stays within it. */
  | { readonly kind: 'fixed'; readonly fail: number; readonly because: string };

export interface CheckDraft {
  /** What stands after `check`, without limits. */
  readonly term: string;
  /** Name in the catalogue. */
  readonly metric: string;
  /** The one column it measures: checks of one metric with the same limits are written as one. Null: it stands alone. */
  readonly target: string | null;
  /** Columns of the log that must be there for it. */
  readonly columns: readonly string[];
  readonly rule: LimitRule;
}

export interface MonitorDraft {
  readonly name: string;
  readonly title: string;
  readonly every: WindowUnit;
  /** Whether its metrics compare with the reference, or with the window before. */
  readonly against: boolean;
  readonly usesLabels: boolean;
  readonly confidence: boolean;
  readonly checks: readonly CheckDraft[];
  readonly runbook: RunbookName;
}

export type RunbookName = 'FeedResponse' | 'ModelResponse';

/** All that the spec will say, before limits and text. */
export interface SpecDraft {
  readonly product: { readonly name: string; readonly title: string };
  readonly model: ModelDraft;
  readonly reference: FileDraft | null;
  readonly log: LogDraft | null;
  readonly shadow: { readonly name: string; readonly version: string } | null;
  /** Versions of the model that the log holds beside the declared one. */
  readonly otherVersions: readonly string[];
  readonly groups: readonly GroupDraft[];
  readonly minimumSize: number;
  readonly monitors: readonly MonitorDraft[];
  /** Columns of the data that the spec does not declare, and why. */
  readonly left: readonly { readonly column: string; readonly why: string }[];
}
