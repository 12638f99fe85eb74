import { checkWords, groupLabels } from './check-words.js';
import { type ConclusionOptions, conclusion } from './conclusion.js';
import { formatCount } from './format.js';
import { markdownText as text } from './markdown-escape.js';
import type { Report, ReportResult, Verdict } from './report.js';
import { resultCells, resultHeads } from './result-row.js';
import { latest, type MonitorSeries, seriesByMonitor, standing } from './series.js';

const signs: Readonly<Record<Verdict, string>> = {
  pass: '✅ pass',
  warn: '⚠️ warn',
  fail: '❌ fail',
  insufficient: '⚪ insufficient',
};

/**
 * The report as Markdown for a pull request: the conclusion and a summary by monitor first, then every
 * broken limit with its sentence and place, problems, and the full tables folded away. Every text of
 * spec or data is escaped; one result is one line, so that small changes are small diffs.
 */
export function renderMarkdown(report: Report, options: ConclusionOptions = {}): string {
  const monitors = seriesByMonitor(report.results);
  const blocks = [
    ['## Vigil report'],
    [`**${text(conclusion(report, options))}**`],
    [summaryTable(monitors, report)],
    brokenBlock(report),
    unjudgedBlock(monitors),
    problemBlock(report),
    noteBlock(report),
    ...monitors.map(monitorBlock),
    [provenance(report)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n\n'))
    .join('\n\n')}\n`;
}

function summaryTable(monitors: readonly MonitorSeries[], { summary }: Report): string {
  const row = (name: string, count: (verdict: Verdict) => number) => [
    name,
    ...(['pass', 'warn', 'fail', 'insufficient'] as const).map((verdict) => formatCount(count(verdict))),
  ];
  const rows = monitors.map(({ monitor, series }) =>
    row(text(monitor), (sought) =>
      series.reduce(
        (sum, { results }) => sum + results.filter(({ verdict }) => verdict === sought).length,
        0,
      ),
    ),
  );
  const header = ['Monitor', signs.pass, signs.warn, signs.fail, signs.insufficient];
  return table(header, [...rows, row('**all**', (verdict) => summary[verdict])], 'right');
}

function brokenBlock({ results }: Report): readonly string[] {
  const broken = [
    ...results.filter(({ verdict }) => verdict === 'fail'),
    ...results.filter(({ verdict }) => verdict === 'warn'),
  ];
  if (broken.length === 0) return [];
  return ['### Broken limits', broken.map(brokenLine).join('\n')];
}

/** Per check and group the latest window without enough data, and in how many others that is so. */
function unjudgedBlock(monitors: readonly MonitorSeries[]): readonly string[] {
  const lines = monitors.flatMap(({ series }) =>
    series.flatMap(({ results }) => {
      const unjudged = results.filter(({ verdict }) => verdict === 'insufficient');
      const last = unjudged.at(-1);
      if (last === undefined) return [];
      const others = unjudged.length - 1;
      const more =
        others === 0 ? '' : ` — and ${formatCount(others)} earlier ${others === 1 ? 'window' : 'windows'}`;
      return [`${brokenLine(last)}${more}`];
    }),
  );
  return lines.length === 0 ? [] : ['### Not judged: not enough data', lines.join('\n')];
}

function brokenLine(result: ReportResult): string {
  const { monitor, window, verdict, reason, source } = result;
  const name = `${text(monitor)}: ${text(nameOf(result))}`;
  const place = `\`${codeText(`${source.file}:${source.line}`)}\``;
  return `- ${signs[verdict]} **${name}**, ${text(window?.label ?? 'no window')}: ${text(reason)} (${place})`;
}

function problemBlock({ problems }: Report): readonly string[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ code, message, source }) => {
    const place = source === null ? '' : ` (\`${codeText(`${source.file}:${source.line}`)}\`)`;
    return `- ❌ **${text(code)}** ${text(message)}${place}`;
  });
  return ['### Problems: the report is incomplete', lines.join('\n')];
}

function noteBlock({ notes }: Report): readonly string[] {
  return notes.length === 0 ? [] : [`_Not enforced by this run: ${text(notes.join('; '))}._`];
}

function monitorBlock({ monitor, series }: MonitorSeries): readonly string[] {
  const worst = (['fail', 'warn', 'insufficient', 'pass'] as const).find((verdict) =>
    series.some((own) => standing(own) === verdict || latest(own).verdict === verdict),
  );
  const rows = series.flatMap(({ results }) => results.map(resultRow));
  return [
    `### ${text(monitor)}`,
    `<details><summary>${signs[worst ?? 'pass']}, ${formatCount(rows.length)} results</summary>`,
    table([...resultHeads, 'Verdict'], rows, 'left'),
    '</details>',
  ];
}

function resultRow(result: ReportResult): readonly string[] {
  return [...resultCells(result).map(text), signs[result.verdict]];
}

function nameOf(result: ReportResult): string {
  return result.group === null ? checkWords(result) : `${checkWords(result)}, ${groupLabels(result.group)}`;
}

function provenance({ asOf, protocolId, tool }: Report): string {
  const known = asOf === null ? 'no readable data' : `data up to ${asOf}`;
  return `<sub>Vigil ${text(tool.version)}, ${text(known)}, protocol \`${codeText(protocolId)}\`</sub>`;
}

/** A table without padding, so that a change of one cell is a change of one line. */
function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: 'left' | 'right',
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, index) => (numbers === 'right' && index > 0 ? '---:' : '---'));
  return [header, rule, ...rows].map(line).join('\n');
}

/** Text inside a code span: nothing can be escaped there, so what could end it or hide is replaced. */
function codeText(name: string): string {
  return name.replace(/[`|\p{C}\p{Zl}\p{Zp}]/gu, '?');
}
