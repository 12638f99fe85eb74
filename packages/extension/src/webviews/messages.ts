import type { Conformance } from '@vigil/language';
import type { Report } from '@vigil/runtime';

/** Which of the panels. */
export type PanelName = 'dashboard' | 'preview' | 'conformance';

/** A chart, compiled from Vega-Lite on the host; the page only draws it. */
export interface ChartMessage {
  readonly id: string;
  readonly kind: 'timeline' | 'series' | 'distribution' | 'reliability' | 'subgroups';
  readonly monitor: string;
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  /** A Vega specification with its data. */
  readonly vega: object;
  /** The same numbers as a table. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Where the limit stands in the spec. */
  readonly rule: { readonly file: string; readonly line: number } | null;
}

export type DashboardState =
  | { readonly kind: 'empty'; readonly message: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** The monitors that were asked for; null: all of them. */
      readonly only: readonly string[] | null;
      readonly charts: readonly ChartMessage[];
      /** Name and version of the models the spec declares now. */
      readonly models: readonly string[];
      readonly command: string;
      /** RFC 3339. */
      readonly at: string;
      readonly stale: boolean;
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
  /** The declaration that the editor shows now. */
  | { readonly type: 'follow'; readonly name: string };

/** From a page to the extension. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'openRule'; readonly file: string; readonly line: number }
  | { readonly type: 'run' }
  | { readonly type: 'fix'; readonly file: string; readonly line: number }
  | { readonly type: 'choose'; readonly document: string }
  | { readonly type: 'violation'; readonly directive: string };

/** A message of a page, if it is one: pages are not trusted to send nothing else. */
export function pageMessage(value: unknown): PageMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, file, line, directive, document } = value as Record<string, unknown>;
  if (type === 'ready' || type === 'run') return { type };
  if (type === 'violation') return { type, directive: String(directive) };
  if (type === 'choose' && typeof document === 'string') return { type, document };
  const placed = typeof file === 'string' && typeof line === 'number' && Number.isInteger(line);
  if (placed && (type === 'openRule' || type === 'fix')) return { type, file, line };
  return null;
}
