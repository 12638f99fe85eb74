import picocolors from 'picocolors';
import { checkWords, groupLabels } from './check-words.js';
import { type ConclusionOptions, conclusion } from './conclusion.js';
import { printable, wrap } from './display-width.js';
import { formatCount, formatP } from './format.js';
import type { Report, ReportResult, Verdict } from './report.js';
import { latest, type MonitorSeries, type Series, seriesByMonitor, standing } from './series.js';
import { sparkline } from './sparkline.js';
import { type Cell, type Column, textTable } from './text-table.js';
import { limitsWords, valueWords } from './value-words.js';

type Colours = ReturnType<typeof picocolors.createColors>;

export interface TextOptions extends ConclusionOptions {
  /** Absent: no colour. */
  readonly colour?: boolean;
  /** Columns of the terminal; 80 where absent. */
  readonly width?: number;
}

const signs: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '▲', fail: '✗', insufficient: '○' };

interface Page {
  readonly colours: Colours;
  readonly width: number;
}

/**
 * The report for a terminal: per monitor a table with the last window and a sparkline of all, the
 * sentence and place of every broken limit, what could not be judged, problems, and the summary.
 */
export function renderText(report: Report, options: TextOptions = {}): string {
  const page: Page = {
    colours: picocolors.createColors(options.colour ?? false),
    width: Math.max(40, options.width ?? 80),
  };
  const blocks = [
    heading(report, page),
    ...seriesByMonitor(report.results).map((monitor) => monitorBlock(monitor, page)),
    problemBlock(report, page),
    noteBlock(report, page),
    summaryBlock(report, options, page),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ asOf, protocolId, tool }: Report, { colours, width }: Page): readonly string[] {
  const known = asOf === null ? 'no readable data' : `data up to ${asOf}`;
  return [
    colours.bold(`Vigil ${printable(tool.version)}, ${known}`),
    ...wrap(printable(protocolId), width).map((line) => colours.dim(line)),
  ];
}

function monitorBlock({ monitor, series }: MonitorSeries, page: Page): readonly string[] {
  const { colours } = page;
  const windows = series[0]?.results.map(({ window }) => window?.label ?? '') ?? [];
  const span = windows.length > 1 ? `${windows[0]} to ${windows.at(-1)}` : (windows[0] ?? '');
  const counted = `${windows.length} window${windows.length === 1 ? '' : 's'}${span === '' ? '' : `, ${span}`}`;
  return [
    `${colours.bold(printable(monitor))}  ${colours.dim(printable(counted))}`,
    ...textTable(columns, tableRows(series, page), page.width - 2, colours.dim).map((line) => `  ${line}`),
    ...series.flatMap((own) => broken(own, page)),
    ...unjudged(series, page),
  ];
}

const columns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'check', align: 'left', least: 18 },
  { title: 'last', align: 'right' },
  { title: 'limit', align: 'left' },
  { title: 'n', align: 'right' },
  { title: 'trend', align: 'left', least: 12, keep: 'end' },
];

/** Groups stand indented below their check. */
function tableRows(series: readonly Series[], page: Page): readonly (readonly Cell[])[] {
  let above = '';
  return series.flatMap((own) => {
    const { group, aggregate, check } = latest(own);
    const over = aggregate?.over ?? (group === null ? [] : Object.keys(group));
    const place = JSON.stringify([check, latest(own).target, over]);
    if (group === null) {
      above = place;
      return [seriesRow(own, checkWords(latest(own)), page)];
    }
    const title: readonly Cell[] = [...'123456'].map((column) => ({
      text: column === '2' ? printable(checkWords(latest(own))) : '',
    }));
    const needsTitle = above !== place;
    above = place;
    const row = seriesRow(own, `  ${groupLabels(group)}`, page);
    return needsTitle ? [title, row] : [row];
  });
}

function seriesRow(series: Series, label: string, page: Page): readonly Cell[] {
  const last = latest(series);
  const verdict = standing(series);
  return [
    { text: signs[verdict], paint: painter(verdict, page) },
    { text: printable(label) },
    { text: shownValue(last), paint: last.verdict === 'pass' ? undefined : painter(last.verdict, page) },
    { text: limitsWords(last) },
    { text: formatCount(last.n) },
    trendCell(series, page),
  ];
}

/** The number that the limits are about: the value, or p where all of them are on p. */
function shownValue(result: ReportResult): string {
  const p = result.adjustedPValue ?? result.pValue;
  const onP = result.limits.length > 0 && result.limits.every(({ subject }) => subject === 'pValue');
  return onP && p !== null ? `p ${formatP(p)}` : valueWords(result);
}

function trendCell({ results }: Series, page: Page): Cell {
  const sparks = sparkline(results);
  const text = sparks.map(({ character }) => character).join('');
  return {
    text,
    // Painted after it was cut from the left: the characters at the end are the last windows.
    paint: (shown) => {
      const characters = [...shown];
      const offset = sparks.length - characters.length;
      return characters
        .map((character, index) =>
          character === '…' ? character : painter(sparks[index + offset]!.verdict, page)(character),
        )
        .join('');
    },
  };
}

function painter(verdict: Verdict, { colours }: Page): (text: string) => string {
  switch (verdict) {
    case 'fail':
      return colours.red;
    case 'warn':
      return colours.yellow;
    case 'pass':
      return colours.green;
    case 'insufficient':
      return colours.dim;
  }
}

/** Every broken limit of a series. */
function broken(series: Series, page: Page): readonly string[] {
  const runs = runsOf(series.results);
  if (runs.length === 0) return [];
  return [
    '',
    ...paragraph(signOf(standing(series), page), seriesName(latest(series)), 2, page),
    ...runs.flatMap((run) => {
      const last = run.at(-1)!;
      return paragraph(
        signOf(last.verdict, page),
        `${runWords(run)}: ${last.reason} ${place(last)}`,
        4,
        page,
      );
    }),
  ];
}

/** What was not judged and why, checks with the same answer together; groups are told by their comparison. */
function unjudged(series: readonly Series[], page: Page): readonly string[] {
  const answers = new Map<string, string[]>();
  for (const { results } of series) {
    const without = results.filter(({ verdict }) => verdict === 'insufficient');
    const last = without.at(-1);
    if (last === undefined || (last.group !== null && last.limits.length === 0)) continue;
    const answer = `${unjudgedWords(without, results.length)} ${last.reason}`;
    answers.set(answer, [...(answers.get(answer) ?? []), seriesName(last)]);
  }
  return [...answers].flatMap(([answer, names]) => [
    '',
    ...paragraph(signOf('insufficient', page), `${names.join(', ')}: ${answer}`, 2, page),
  ]);
}

/** Stretches of adjoining windows that break the same limit: told once, by the last of them. */
function runsOf(results: readonly ReportResult[]): readonly (readonly ReportResult[])[] {
  const runs: ReportResult[][] = [];
  results.forEach((result, index) => {
    if (result.verdict !== 'warn' && result.verdict !== 'fail') return;
    const before = results[index - 1];
    const goes = before?.verdict === result.verdict && before.source.line === result.source.line;
    if (goes) runs.at(-1)!.push(result);
    else runs.push([result]);
  });
  return runs;
}

function runWords(run: readonly ReportResult[]): string {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (run.length === 1) return windowLabel(first);
  return `${windowLabel(first)} to ${windowLabel(last)} (${run.length} windows), the last`;
}

function seriesName(result: ReportResult): string {
  const { group } = result;
  return group === null ? checkWords(result) : `${checkWords(result)}, ${groupLabels(group)}`;
}

function unjudgedWords(results: readonly ReportResult[], windows: number): string {
  if (windows === 1) return `${windowLabel(results[0]!)}:`;
  return `not judged in ${results.length} of ${windows} windows; ${windowLabel(results.at(-1)!)}:`;
}

function windowLabel({ window }: ReportResult): string {
  return window?.label ?? 'no window';
}

function place({ source }: ReportResult): string {
  return `${source.file}:${source.line}`;
}

function signOf(verdict: Verdict, page: Page): string {
  return painter(verdict, page)(signs[verdict]);
}

/** A sign and a text that hangs beside it. */
function paragraph(sign: string, text: string, indent: number, { width }: Page): readonly string[] {
  const margin = ' '.repeat(indent);
  return wrap(printable(text), width - indent - 2).map((line, index) =>
    index === 0 ? `${margin}${sign} ${line}` : `${margin}  ${line}`,
  );
}

function problemBlock({ problems }: Report, page: Page): readonly string[] {
  if (problems.length === 0) return [];
  const { colours } = page;
  return [
    colours.bold(`${problems.length} problem${problems.length === 1 ? '' : 's'}: the report is incomplete`),
    ...problems.flatMap(({ code, message, source }) => {
      const where = source === null ? '' : ` ${source.file}:${source.line}`;
      return paragraph(colours.red('✗'), `${code} ${message}${where}`, 2, page);
    }),
  ];
}

function noteBlock({ notes }: Report, page: Page): readonly string[] {
  if (notes.length === 0) return [];
  return wrap(printable(`Not enforced by this run: ${notes.join('; ')}.`), page.width).map((line) =>
    page.colours.dim(line),
  );
}

function summaryBlock(report: Report, options: ConclusionOptions, page: Page): readonly string[] {
  const { pass, warn, fail, insufficient } = report.summary;
  const counts: readonly (readonly [Verdict, number, string])[] = [
    ['pass', pass, 'pass'],
    ['warn', warn, 'warn'],
    ['fail', fail, 'fail'],
    ['insufficient', insufficient, 'insufficient'],
  ];
  const line = counts
    .map(([verdict, count, word]) => {
      const text = `${signs[verdict]} ${formatCount(count)} ${word}`;
      return count === 0 ? page.colours.dim(text) : painter(verdict, page)(text);
    })
    .join('   ');
  return [line, page.colours.bold(conclusion(report, options))];
}
