import type { Conformance } from '@vigil/language';
import type { Verdict } from '@vigil/runtime';

/** Which of the panels. */
export type PanelName = 'dashboard' | 'preview' | 'conformance';

/** Where something stands in the spec. */
export interface Rule {
  readonly file: string;
  readonly line: number;
}

/** A chart without its drawing, which the page asks for when the chart is seen. */
export interface ChartMessage {
  readonly id: string;
  readonly kind: 'timeline' | 'series' | 'distribution' | 'reliability' | 'subgroups';
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  /** The same numbers as a table. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Where the limit stands in the spec. */
  readonly rule: Rule | null;
}

/** A broken limit in one window, in a sentence. */
export interface BreachMessage {
  readonly verdict: Verdict;
  readonly monitor: string;
  readonly name: string;
  readonly window: string;
  readonly reason: string;
  readonly rule: Rule;
}

/** A check on one target: how it stands, its last window, and what led there. */
export interface CheckRow {
  /** Unique in its monitor, stable from run to run. */
  readonly key: string;
  /** Position in its monitor. */
  readonly check: number;
  readonly name: string;
  /** Null where there is no limit: what is only measured is neither well nor ill. */
  readonly verdict: Verdict | null;
  /** The same of the last window alone. */
  readonly now: Verdict | null;
  /** What it was before, where the last window says something else. */
  readonly before: string | null;
  readonly window: string;
  readonly value: string;
  readonly limits: string;
  readonly rows: string;
  readonly reason: string;
  readonly rule: Rule;
  /** Values over the windows, null where there is none, and the limits they are judged by. */
  readonly trend: {
    readonly values: readonly { readonly value: number | null; readonly verdict: Verdict }[];
    readonly limits: readonly { readonly value: number; readonly severity: 'warn' | 'fail' }[];
  };
  /** Shares of values, before and now; null where too few rows stand behind one. */
  readonly cells: readonly { readonly reference: number | null; readonly current: number | null }[] | null;
  readonly charts: readonly ChartMessage[];
}

export interface MonitorSection {
  readonly name: string;
  readonly timeline: ChartMessage | null;
  /** What must be looked at first. */
  readonly rows: readonly CheckRow[];
}

/** A run as its dashboard shows it, in words. */
export interface DashboardReport {
  /** How many checks stand at which verdict, as `vigil run` judges: a limit broken in any window is broken. */
  readonly standing: { readonly [V in Verdict]: number };
  readonly broken: readonly BreachMessage[];
  readonly earlier: readonly BreachMessage[];
  /** How many more there were in earlier windows. */
  readonly omitted: number;
  readonly monitors: readonly MonitorSection[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly provenance: readonly (readonly [string, string])[];
}

export type DashboardState =
  | { readonly kind: 'empty'; readonly message: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'report';
      readonly report: DashboardReport;
      /** When it ran and what data it saw, in words. */
      readonly when: string;
      /** Why it must not be taken for what holds now; null where it may. */
      readonly stale: string | null;
      /** The part of the spec that alone was run; null where all was. */
      readonly part: string | null;
    };

/** From the extension to a page. Always the whole state: a hidden page misses messages. */
export type HostMessage =
  | {
      readonly type: 'dashboard';
      readonly spec: string;
      readonly title: string;
      readonly state: DashboardState;
    }
  | {
      readonly type: 'preview';
      readonly spec: string;
      readonly title: string;
      /** The document as HTML; null when the spec never compiled in this panel. */
      readonly html: string | null;
      /** Why what is shown is not what stands in the editor; null when it is. */
      readonly notice: string | null;
      /** Documents to choose from, and the one shown. */
      readonly documents: readonly { readonly name: string; readonly title: string }[];
      readonly document: string;
    }
  | {
      readonly type: 'conformance';
      readonly spec: string;
      readonly title: string;
      /** Null when the spec never compiled in this panel. */
      readonly conformance: Conformance | null;
      /** Where each item's fact stands or belongs, by `PACK.item`. */
      readonly places: Readonly<Record<string, { readonly file: string; readonly line: number }>>;
      readonly notice: string | null;
    }
  /** What draws a chart: a Vega specification with its data, compiled from Vega-Lite; the page only draws it. */
  | { readonly type: 'drawing'; readonly id: string; readonly vega: object }
  /** The declaration that the editor shows now, and the position of a check in it. */
  | { readonly type: 'follow'; readonly name: string; readonly check?: number };

/** From a page to the extension. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'openRule'; readonly file: string; readonly line: number }
  | { readonly type: 'run' }
  | { readonly type: 'cancel' }
  /** For the drawing of a chart. */
  | { readonly type: 'draw'; readonly id: string }
  | { readonly type: 'fix'; readonly file: string; readonly line: number }
  | { readonly type: 'choose'; readonly document: string }
  | { readonly type: 'violation'; readonly directive: string };

/** A message of a page, if it is one: pages are not trusted to send nothing else. */
export function pageMessage(value: unknown): PageMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, file, line, directive, document, id } = value as Record<string, unknown>;
  if (type === 'ready' || type === 'run' || type === 'cancel') return { type };
  if (type === 'draw' && typeof id === 'string') return { type, id };
  if (type === 'violation' && typeof directive === 'string') return { type, directive };
  if (type === 'choose' && typeof document === 'string') return { type, document };
  const placed = typeof file === 'string' && typeof line === 'number' && Number.isInteger(line);
  if (placed && (type === 'openRule' || type === 'fix')) return { type, file, line };
  return null;
}
