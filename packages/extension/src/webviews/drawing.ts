import type { DocumentTree } from '@vigil/language';
import { printHtml } from '@vigil/language/documents';
import type { Report } from '@vigil/runtime';
import { drawChart, type PlacedChart, reportCharts } from '@vigil/runtime/charts';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartMessage } from './messages.js';

/** More than anybody looks at; the rest is in the report. */
const MOST_CHARTS = 120;

/** The charts of a report, compiled for a page that only draws: compiling needs what a strict page forbids. */
export function dashboardCharts(report: Report): readonly ChartMessage[] {
  return reportCharts(report).slice(0, MOST_CHARTS).map(chartMessage);
}

export function chartMessage({
  id,
  kind,
  monitor,
  title,
  summary,
  spec,
  table,
  rule,
}: PlacedChart): ChartMessage {
  const specification: object = { ...spec, description: summary };
  const { spec: vega } = compile(specification as TopLevelSpec);
  return { id, kind, monitor, title, summary, vega, table, rule };
}

/** A document's body, as `vigil compile --format html` writes it: its policy and style are the page's own. */
export async function documentHtml(tree: DocumentTree): Promise<string> {
  const whole = await printHtml(tree, drawChart);
  const heading = /<h1>[\s\S]*?<\/h1>/.exec(whole)?.[0] ?? '';
  const start = whole.indexOf('>', whole.indexOf('<main')) + 1;
  return `${heading}${whole.slice(start, whole.lastIndexOf('</main>'))}`;
}
