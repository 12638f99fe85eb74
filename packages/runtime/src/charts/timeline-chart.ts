import { chartSchema, chartTheme } from '@vigil/language/documents';
import type { ReportResult, Verdict } from '../report/report.js';
import { verdictSigns, worstFirst } from '../report/verdict-words.js';
import type { ReportChart } from './chart.js';
import { colour } from './colours.js';
import { windowText } from './series-chart.js';
import { checkText, verdictText } from './words.js';

/** Fills: what is well is pale, what nobody could judge is empty. */
const fills = {
  domain: ['pass', 'warn', 'fail', 'insufficient'].map((verdict) => verdictText[verdict as Verdict]),
  range: [colour.passCell, colour.warn, colour.fail, colour.paper],
};
const letters = { ...verdictSigns, pass: '' };
const CELL = 26;
/** More windows than this make cells in which a sign has to be small. */
const MANY = 30;

/** Where the limit stands that decides a cell: the page that shows the chart leads there. */
const rule = (results: readonly ReportResult[], verdict: Verdict) =>
  results.find((result) => result.verdict === verdict)?.source;

/** Results that have a limit: what is only measured is neither well nor ill. */
export function judgedResults(results: readonly ReportResult[]): readonly ReportResult[] {
  return results.filter(({ limits, verdict }) => limits.length > 0 || verdict !== 'pass');
}

/**
 * The state of every check of a monitor in every window: where and since when something is wrong.
 *
 * @param results of checks that have limits
 */
export function timelineChart(monitor: string, results: readonly ReportResult[]): ReportChart {
  const windows = [...new Set(results.map((result) => windowText(result)))];
  const named = results.map((result) => ({ result, check: checkText(result) }));
  const checks = [...new Set(named.map(({ check }) => check))];
  const byCell = new Map<string, ReportResult[]>();
  const keyOf = (check: string, window: string) => `${check}\n${window}`;
  for (const { result, check } of named) {
    const key = keyOf(check, windowText(result));
    byCell.set(key, [...(byCell.get(key) ?? []), result]);
  }
  const cells = checks.flatMap((check) =>
    windows.flatMap((window) => {
      const own = byCell.get(keyOf(check, window)) ?? [];
      const verdict = worstFirst.find((each) => own.some((result) => result.verdict === each));
      if (verdict === undefined) return [];
      const state = verdictText[verdict];
      const text = `${check}, ${window}: ${state}`;
      return [{ check, window, state, letter: letters[verdict], text, ...rule(own, verdict) }];
    }),
  );
  const stateOf = new Map(cells.map(({ check, window, state }) => [keyOf(check, window), state]));
  const failing = checksOf(cells, verdictText.fail);
  const lacking = checksOf(cells, verdictText.insufficient).filter((check) => !failing.includes(check));
  const said = [
    failing.length === 0 ? 'no check failed' : `failures of ${failing.join(', ')}`,
    ...(lacking.length === 0 ? [] : [`windows without enough data for ${lacking.join(', ')}`]),
  ].join('; ');
  const encoding = {
    x: {
      field: 'window',
      type: 'ordinal',
      sort: null,
      axis: { title: null, labelAngle: -40, labelOverlap: true },
    },
    y: { field: 'check', type: 'nominal', sort: null, axis: { title: null, labelLimit: 380, grid: false } },
  };
  const open = { test: `datum.state === '${verdictText.insufficient}'`, value: colour.insufficient };
  return {
    id: `timeline-${encodeURIComponent(monitor)}`,
    title: `${monitor}: every check in every window`,
    summary: `${monitor}, ${counted(windows, 'window')}, ${counted(checks, 'check')}: ${said}.`,
    spec: {
      $schema: chartSchema,
      config: chartTheme,
      width: Math.min(640, Math.max(160, windows.length * CELL)),
      height: { step: 22 },
      data: { values: cells },
      encoding,
      layer: [
        {
          mark: { type: 'rect', cornerRadius: 2, strokeWidth: 2 },
          encoding: {
            fill: {
              field: 'state',
              type: 'nominal',
              scale: fills,
              legend: { title: null, symbolStrokeColor: colour.muted, symbolStrokeWidth: 1 },
            },
            stroke: { value: colour.paper },
            description: { field: 'text' },
          },
        },
        {
          mark: { type: 'text', fontSize: windows.length > MANY ? 9 : 11, fontWeight: 'bold', aria: false },
          encoding: { text: { field: 'letter' }, color: { condition: open, value: colour.paper } },
        },
      ],
    },
    table: {
      head: ['Check', ...windows],
      rows: checks.map((check) => [
        check,
        ...windows.map((window) => stateOf.get(keyOf(check, window)) ?? '–'),
      ]),
    },
    rule: results.find(({ verdict }) => verdict === 'fail')?.source ?? results[0]?.source ?? null,
  };
}

function checksOf(
  cells: readonly { readonly check: string; readonly state: string }[],
  wanted: string,
): readonly string[] {
  return [...new Set(cells.filter(({ state }) => state === wanted).map(({ check }) => check))];
}

function counted(things: readonly unknown[], name: string): string {
  return `${things.length} ${name}${things.length === 1 ? '' : 's'}`;
}
