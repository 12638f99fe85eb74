import type { VegaLite } from '@vigil/language/documents';
import type { ReportResult } from '../report/report.js';

/** A picture of a report, with everything those who cannot see it need. */
export interface ReportChart {
  /** Unique in a report, stable from run to run. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  /** A Vega-Lite specification with its data inside; colours are the page's CSS variables. */
  readonly spec: VegaLite;
  /** The same numbers. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Where the limit stands in the spec. */
  readonly rule: ReportResult['source'] | null;
}

/** The results of one check on one target, in one group or over all rows, by window. */
export interface Series {
  readonly name: string;
  readonly results: readonly ReportResult[];
}
