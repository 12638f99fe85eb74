import type { CheckDraft, FeatureDraft, GroupDraft, WindowUnit } from '../draft.js';
import type { ColumnProfile } from '../profile/column-profile.js';
import { columnText } from '../spelling.js';
import type { Volume } from './volume.js';

/** What monitors are made from. */
export interface MonitorSearch {
  readonly features: readonly FeatureDraft[];
  /** Column of the score. */
  readonly score: string | null;
  /** Column of the outcome. */
  readonly label: string | null;
  readonly operatingPoint: number | null;
  readonly groups: readonly GroupDraft[];
  /** Whether the score can be computed again: the model's file and all its inputs are known. */
  readonly canRescore: boolean;
  /** Columns of the log. */
  readonly logged: ReadonlySet<string>;
  /** Columns of the reference; null without one: windows are then compared with those before them. */
  readonly referenced: ReadonlySet<string> | null;
  readonly referenceRows: number;
  /** The reference's columns, or the log's. */
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  readonly volume: Volume;
  readonly every: WindowUnit;
  readonly everyForOutcomes: WindowUnit;
  readonly everyForGroups: WindowUnit;
}

/** A check of one column. */
export function columnCheck(metric: string, column: string, rule: CheckDraft['rule']): CheckDraft {
  return { term: `${metric} of ${columnText(column)}`, metric, target: column, columns: [column], rule };
}
