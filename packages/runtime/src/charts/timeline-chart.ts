import { chartSchema, chartTheme } from '@vigil/language/documents';
import type { ReportResult, Verdict } from '../report/report.js';
import { verdictSigns, worstFirst } from '../report/verdict-words.js';
import type { ReportChart } from './chart.js';
import { verdictScale } from './colours.js';
import { windowText } from './series-chart.js';
import { checkText, verdictText } from './words.js';

/** The colour says that all is well. */
const letters = { ...verdictSigns, pass: '' };

/** Where the limit stands that decides a cell: the page that shows the chart leads there. */
const rule = (results: readonly ReportResult[], verdict: Verdict) =>
  results.find((result) => result.verdict === verdict)?.source;

/** The state of every check of a monitor in every window: where and since when something is wrong. */
export function timelineChart(monitor: string, results: readonly ReportResult[]): ReportChart {
  const windows = [...new Set(results.map((result) => windowText(result)))];
  const checks = [...new Set(results.map((result) => checkText(result)))];
  const cells = checks.flatMap((check) =>
    windows.flatMap((window) => {
      const own = results.filter((result) => checkText(result) === check && windowText(result) === window);
      const verdict = worstFirst.find((each) => own.some((result) => result.verdict === each));
      const text = verdict === undefined ? '' : `${check}, ${window}: ${verdictText[verdict]}`;
      return verdict === undefined
        ? []
        : [{ check, window, verdict, letter: letters[verdict], text, ...rule(own, verdict) }];
    }),
  );
  const failing = checks.filter((check) =>
    cells.some((cell) => cell.check === check && cell.verdict === 'fail'),
  );
  const said = failing.length === 0 ? 'no check failed' : `failures of ${failing.join(', ')}`;
  const encoding = {
    x: {
      field: 'window',
      type: 'ordinal',
      sort: null,
      axis: { title: null, labelAngle: -40, labelOverlap: true },
    },
    y: { field: 'check', type: 'nominal', sort: null, axis: { title: null, labelLimit: 380, grid: false } },
  };
  return {
    id: `timeline-${monitor}`,
    title: `${monitor}: every check in every window`,
    summary: `${monitor}, ${windows.length} windows, ${checks.length} checks: ${said}.`,
    spec: {
      $schema: chartSchema,
      config: chartTheme,
      width: Math.min(640, Math.max(160, windows.length * 26)),
      height: { step: 22 },
      data: { values: cells },
      encoding,
      layer: [
        {
          mark: { type: 'rect', cornerRadius: 2, stroke: 'var(--paper)', strokeWidth: 2 },
          encoding: {
            color: { field: 'verdict', type: 'nominal', scale: verdictScale, legend: { title: null } },
            description: { field: 'text' },
          },
        },
        {
          mark: { type: 'text', fontSize: 11, aria: false },
          encoding: { text: { field: 'letter' }, color: { value: 'var(--paper)' } },
        },
      ],
    },
    table: {
      head: ['Check', ...windows],
      rows: checks.map((check) => [
        check,
        ...windows.map((window) => {
          const cell = cells.find((each) => each.check === check && each.window === window);
          return cell === undefined ? '–' : verdictText[cell.verdict];
        }),
      ]),
    },
    rule: results.find(({ verdict }) => verdict === 'fail')?.source ?? results[0]?.source ?? null,
  };
}
