import type { Block, DocumentTree, DrawChart, Inline } from '@vigil/language';
import { printHtml } from '@vigil/language';
import { type ConclusionOptions, conclusion } from '../report/conclusion.js';
import { formatCount } from '../report/format.js';
import type { Report, ReportResult, Verdict } from '../report/report.js';
import { resultCells, resultHeads } from '../report/result-row.js';
import { verdictSigns, verdictWords } from '../report/verdict-words.js';
import { type DriftTable, driftTables } from './drift-table.js';
import { type PlacedChart, reportCharts } from './report-charts.js';

const verdictWord = (verdict: Verdict): string => `${verdictSigns[verdict]} ${verdictWords[verdict]}`;

/**
 * The report as one self-contained HTML file with charts: for a browser, for paper, for an archive. Nothing is
 * loaded and nothing runs.
 */
export async function renderHtml(
  report: Report,
  draw: DrawChart,
  options: ConclusionOptions = {},
): Promise<string> {
  return await printHtml(reportDocument(report, options), draw);
}

/** The report as a document: the conclusion, what is wrong, each monitor with charts and its numbers, provenance. */
function reportDocument(report: Report, options: ConclusionOptions = {}): DocumentTree {
  const monitors = [...new Set(report.results.map(({ monitor }) => monitor))];
  const charts = reportCharts(report);
  return {
    title: 'Vigil report',
    blocks: [
      { kind: 'note', content: conclusion(report, options) },
      summaryTable(monitors, report),
      ...findings('Broken limits', report, ['fail', 'warn']),
      ...problems(report),
      ...monitors.map((monitor) => monitorSection(monitor, report, charts)),
      provenance(report),
    ],
  };
}

function summaryTable(monitors: readonly string[], { results, summary }: Report): Block {
  const verdicts = ['pass', 'warn', 'fail', 'insufficient'] as const;
  const counts = (own: readonly ReportResult[]) =>
    verdicts.map((verdict) => formatCount(own.filter((result) => result.verdict === verdict).length));
  return {
    kind: 'table',
    caption: 'Verdicts of all windows',
    columns: ['Monitor', ...verdicts.map((verdict) => verdictWord(verdict))],
    rows: [
      ...monitors.map((name) => [name, ...counts(results.filter(({ monitor }) => monitor === name))]),
      ['All', ...verdicts.map((verdict) => formatCount(summary[verdict]))],
    ],
  };
}

function findings(heading: string, { results }: Report, verdicts: readonly Verdict[]): Block[] {
  const found = verdicts.flatMap((verdict) => results.filter((result) => result.verdict === verdict));
  if (found.length === 0) return [];
  const items = found.map(
    ({ monitor, window, verdict, reason, source }): Inline => [
      { kind: 'strong', text: `${verdictWord(verdict)}, ${monitor}, ${window?.label ?? 'no window'}: ` },
      reason,
      ' ',
      { kind: 'code', text: `${source.file}:${source.line}` },
    ],
  );
  return [{ kind: 'section', heading, blocks: [{ kind: 'list', ordered: false, items }] }];
}

function problems({ problems: found, notes }: Report): Block[] {
  const blocks: Block[] = [];
  if (found.length > 0)
    blocks.push({
      kind: 'list',
      ordered: false,
      items: found.map(({ code, message }) => `${code}: ${message}`),
    });
  if (notes.length > 0)
    blocks.push({ kind: 'note', content: `Not enforced by this run: ${notes.join('; ')}.` });
  return blocks.length === 0 ? [] : [{ kind: 'section', heading: 'Incomplete', blocks }];
}

function monitorSection(monitor: string, report: Report, charts: readonly PlacedChart[]): Block {
  const pictures = charts
    .filter((chart) => chart.monitor === monitor)
    .map(({ title, summary, spec }): Block => ({ kind: 'chart', title, description: summary, spec }));
  const own = report.results.filter((result) => result.monitor === monitor);
  const table: Block = {
    kind: 'table',
    caption: `Results of ${monitor}`,
    columns: [...resultHeads, 'Verdict'],
    rows: own.map((result) => [...resultCells(result), verdictWord(result.verdict)]),
  };
  const drift = driftTables({ ...report, results: own }).map(driftBlock);
  return { kind: 'section', heading: monitor, blocks: [...drift, ...pictures, table] };
}

/** Reference and window side by side, column by column. */
function driftBlock({ monitor, rows }: DriftTable): Block {
  return {
    kind: 'table',
    caption: `Distributions in ${monitor}`,
    columns: ['Column', 'Measure', 'Verdict', 'Reference', 'Window', 'Value', 'Limits', 'Largest difference'],
    rows: rows.map((row) => [
      row.column,
      row.measure,
      `${verdictSigns[row.verdict]} ${row.standing}`,
      row.reference,
      [row.current, row.window],
      row.value,
      row.limits,
      row.difference,
    ]),
  };
}

function provenance({ asOf, protocolId, tool }: Report): Block {
  return {
    kind: 'section',
    heading: 'Provenance',
    blocks: [
      {
        kind: 'definitions',
        entries: [
          ['Protocol', { kind: 'code', text: protocolId }],
          ['Data up to', asOf ?? 'no readable data'],
          ['Tool', `${tool.name} ${tool.version}`],
        ],
      },
    ],
  };
}
