import type { DocumentTree } from '@vigil/language';
import { printHtml } from '@vigil/language/documents';
import type { Report } from '@vigil/runtime';
import { drawChart, type PlacedChart, reportCharts } from '@vigil/runtime/charts';
import { compile, type TopLevelSpec } from 'vega-lite';
import { dashboardReport, type RunFacts } from './dashboard-report.js';
import type { DashboardReport } from './messages.js';

/** A run as its page shows it, and what draws its charts. */
export interface DrawnReport {
  readonly report: DashboardReport;
  /** The Vega specification of a chart; null where there is no such chart. */
  readonly drawing: (id: string) => object | null;
}

/** Composes a dashboard. Its charts are compiled one by one, when they are seen: there may be hundreds. */
export function drawReport(report: Report, facts: RunFacts): DrawnReport {
  const charts = reportCharts(report);
  const byId = new Map(charts.map((chart) => [chart.id, chart]));
  return {
    report: dashboardReport(report, charts, facts),
    drawing: (id) => {
      const chart = byId.get(id);
      return chart === undefined ? null : compiled(chart);
    },
  };
}

/** Compiled here, because compiling needs what a strict page forbids. What runs over windows takes the page's width. */
function compiled({ kind, spec, summary }: PlacedChart): object {
  const specification: object = { ...spec, description: summary };
  const vega = compile(specification as TopLevelSpec).spec;
  const wide = kind === 'series' || kind === 'timeline';
  return wide ? { ...vega, autosize: { type: 'fit-x', contains: 'padding' } } : vega;
}

/** A document's body, as `vigil compile --format html` writes it: its policy and style are the page's own. */
export async function documentHtml(tree: DocumentTree): Promise<string> {
  const whole = await printHtml(tree, drawChart);
  const heading = /<h1>[\s\S]*?<\/h1>/.exec(whole)?.[0] ?? '';
  const start = whole.indexOf('>', whole.indexOf('<main')) + 1;
  return `${heading}${whole.slice(start, whole.lastIndexOf('</main>'))}`;
}
