import type { Report, ReportResult, Verdict } from '@vigil/runtime';
import {
  checkWords,
  formatCount,
  groupLabels,
  judgedResults,
  limitsWords,
  type PlacedChart,
  rowOf,
  valueWords,
} from '@vigil/runtime/charts';
import { shownFigure } from '@vigil/runtime/series';
import { worstFirst } from '@vigil/runtime/verdicts';
import { standingOf, standingWords } from '../results/standing.js';
import type { BreachMessage, ChartMessage, CheckRow, DashboardReport, MonitorSection } from './messages.js';

/** More than anybody reads; the tables of the charts hold all. */
const MOST_BREACHES = 200;

/** What is said of a run beside its report. */
export interface RunFacts {
  /** Name and version of the models the spec declared; null where they are not known. */
  readonly models: readonly string[] | null;
  readonly command: string;
  /** When it ended, for people. */
  readonly at: string;
}

/** A report as a dashboard shows it: how every check stands, the worst first, with its charts. */
export function dashboardReport(
  report: Report,
  charts: readonly PlacedChart[],
  facts: RunFacts,
): DashboardReport {
  const monitors = groupedBy(report.results, ({ monitor }) => monitor).map(([name, results]) =>
    section(
      name,
      results,
      charts.filter(({ monitor }) => monitor === name),
    ),
  );
  const rows = monitors.flatMap((monitor) => monitor.rows);
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  const { broken, earlier } = breaches(report.results);
  const sections = [...monitors].sort((a, b) => rank(a.rows[0]) - rank(b.rows[0]));
  return {
    standing: {
      fail: count('fail'),
      warn: count('warn'),
      insufficient: count('insufficient'),
      pass: count('pass'),
    },
    broken,
    earlier: earlier.slice(0, MOST_BREACHES),
    omitted: Math.max(0, earlier.length - MOST_BREACHES),
    monitors: sections,
    problems: report.problems.map(({ message }) => message),
    notes: report.notes,
    provenance: provenance(report, facts),
  };
}

function section(
  name: string,
  results: readonly ReportResult[],
  charts: readonly PlacedChart[],
): MonitorSection {
  const timeline = charts.find(({ kind }) => kind === 'timeline');
  const rows = groupedBy(results, rowOf).map(([key, own]) =>
    checkRow(
      key,
      own,
      charts.filter(({ row }) => row === key),
    ),
  );
  return {
    name,
    timeline: timeline === undefined ? null : chartMessage(timeline),
    rows: [...rows].sort((a, b) => rank(a) - rank(b)),
  };
}

/** Place in an order from what must be looked at to what need not. */
function rank(row: CheckRow | undefined): number {
  const place = (verdict: Verdict | null) =>
    verdict === null ? worstFirst.length : worstFirst.indexOf(verdict);
  return row === undefined ? 99 : 10 * place(row.verdict) + place(row.now);
}

function checkRow(key: string, results: readonly ReportResult[], charts: readonly PlacedChart[]): CheckRow {
  const last = inLastWindow(results);
  const standing = standingOf(judgedResults(results));
  const overall = last.find(({ group }) => group === null);
  // The gap between groups is what is judged; a single group only where it has limits of its own.
  const shown = judgedResults(last).find(({ verdict }) => verdict === standing?.now) ?? overall ?? last[0]!;
  const decisive = standing?.decisive ?? shown;
  const series = results.filter(({ group }) => group === null);
  const [first, ...others] = series;
  const figure = first === undefined ? undefined : shownFigure({ results: [first, ...others] })?.figure;
  const value = valueWords(shown);
  return {
    key,
    check: shown.check,
    name: checkWords(overall ?? shown),
    verdict: standing?.verdict ?? null,
    now: standing?.now ?? null,
    before: standing === undefined || standing.now === standing.verdict ? null : standingWords(standing),
    window: shown.window?.label ?? 'no window',
    value: shown.group === null ? value : `${value} (${groupLabels(shown.group)})`,
    limits: limitsWords(shown),
    rows: formatCount(shown.n),
    reason:
      decisive.window === shown.window ? decisive.reason : `${decisive.window?.label}: ${decisive.reason}`,
    rule: decisive.source,
    trend: {
      values: series.map(({ value: measured, verdict }) => ({ value: measured, verdict })),
      limits: limitMarks(shown),
    },
    cells:
      figure?.kind === 'distribution'
        ? figure.cells.map(({ reference, current }) => ({ reference, current }))
        : null,
    charts: charts.map(chartMessage),
  };
}

function limitMarks({ limits }: ReportResult): CheckRow['trend']['limits'] {
  return limits.flatMap((limit) => {
    if (limit.subject === 'pValue') return [];
    const values = limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value];
    return values.map((value) => ({ value, severity: limit.severity }));
  });
}

function chartMessage({ id, kind, title, summary, table, rule }: PlacedChart): ChartMessage {
  return { id, kind, title, summary, table, rule };
}

function inLastWindow(results: readonly ReportResult[]): readonly ReportResult[] {
  const newest = results.reduce((start, { window }) => later(start, window?.start ?? ''), '');
  return results.filter(({ window }) => (window?.start ?? '') === newest);
}

/** Limits broken in the last window of their check, and before; the newest first. */
function breaches(results: readonly ReportResult[]): Pick<DashboardReport, 'broken' | 'earlier'> {
  const lasts = new Map<string, string>();
  const keyOf = (result: ReportResult) => `${result.monitor}/${rowOf(result)}`;
  for (const result of results)
    lasts.set(keyOf(result), later(lasts.get(keyOf(result)) ?? '', result.window?.start ?? ''));
  const found = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
  const newest = [...found].sort((a, b) => compare(b.window?.start ?? '', a.window?.start ?? ''));
  const isLast = (result: ReportResult) => (result.window?.start ?? '') === lasts.get(keyOf(result));
  const now = newest.filter(isLast);
  const failing = [...now].sort((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict));
  return {
    broken: failing.map(breachMessage),
    earlier: newest.filter((result) => !isLast(result)).map(breachMessage),
  };
}

function breachMessage(result: ReportResult): BreachMessage {
  const { verdict, monitor, group, window, reason, source } = result;
  const name = group === null ? checkWords(result) : `${checkWords(result)} (${groupLabels(group)})`;
  return { verdict, monitor, name, window: window?.label ?? 'no window', reason, rule: source };
}

/** What the numbers are of: which protocol, which data, which model, which tool, when. */
function provenance(
  { protocolId, asOf, tool, results, summary }: Report,
  { models, command, at }: RunFacts,
): DashboardReport['provenance'] {
  const windows = results.flatMap(({ window }) => window ?? []);
  const first = windows.map(({ start }) => start).reduce((a, b) => (a === '' || b < a ? b : a), '');
  const last = windows.map(({ end }) => end).reduce(later, '');
  const rows = results.reduce((most, { n }) => Math.max(most, n), 0);
  const { pass, warn, fail, insufficient } = summary;
  return [
    ['Protocol', protocolId],
    ['Models', models === null ? 'not known' : models.join(', ') || 'none declared'],
    ['Windows', first === '' ? 'none' : `${first} to ${last}`],
    ['Data up to', asOf ?? 'unknown'],
    ['Largest window', `${formatCount(rows)} rows`],
    [
      'All windows',
      `${formatCount(fail)} failure, ${formatCount(warn)} warning, ${formatCount(insufficient)} not enough data, ${formatCount(pass)} pass`,
    ],
    ['Ran', `${at} with ${command}, Vigil ${tool.version}`],
  ];
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}

const later = (a: string, b: string) => (b > a ? b : a);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
