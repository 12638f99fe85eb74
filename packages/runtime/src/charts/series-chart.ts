import { chartSchema, chartTheme, type VegaLite } from '@vigil/language/documents';
import type { ReportLimit, ReportResult } from '../report/report.js';
import type { ReportChart, Series } from './chart.js';
import { colour, verdictScale, verdictShapes } from './colours.js';
import { limitLines, valueLimits } from './limit-lines.js';
import { limitText, valueText, verdictText } from './words.js';

/** A value over the windows, with its interval and the limits it is judged by. */
export function seriesChart(id: string, { name, results }: Series): ReportChart {
  const unit = results[0]?.unit ?? null;
  const limits = valueLimits(results.at(-1)?.limits ?? []);
  const points = results.map((result) => ({
    window: windowText(result),
    value: result.value,
    low: result.interval?.[0] ?? null,
    high: result.interval?.[1] ?? null,
    verdict: result.verdict,
    text: `${windowText(result)}: ${valueText(result.value, unit)}, ${verdictText[result.verdict]}`,
  }));
  return {
    id,
    title: name,
    summary: summaryOf(name, results, limits, unit),
    spec: {
      $schema: chartSchema,
      config: chartTheme,
      width: 520,
      height: 160,
      data: { values: points },
      encoding: {
        x: {
          field: 'window',
          type: 'ordinal',
          sort: null,
          axis: { title: null, labelAngle: -40, labelOverlap: true },
        },
      },
      layer: [
        ...(points.some(({ low }) => low !== null) ? [intervals] : []),
        ...limitLines(limits, unit, 'y'),
        line(unit),
        marks,
        ...(points.some(({ value }) => value === null) ? [gaps] : []),
      ],
    },
    table: {
      head: ['Window', 'Value', 'Interval', 'Rows', 'Verdict'],
      rows: results.map((result) => [
        windowText(result),
        valueText(result.value, unit),
        result.interval === null
          ? '–'
          : `${valueText(result.interval[0], unit)} to ${valueText(result.interval[1], unit)}`,
        String(result.n),
        verdictText[result.verdict],
      ]),
    },
    rule: (results.filter(({ verdict }) => verdict === 'fail').at(-1) ?? results.at(-1))?.source ?? null,
  };
}

export function windowText({ window }: ReportResult): string {
  return window === null ? 'no window' : window.label;
}

const y = { type: 'quantitative', scale: { zero: false } };

const intervals: VegaLite = {
  mark: { type: 'rule', strokeWidth: 2, aria: false },
  encoding: {
    y: { field: 'low', ...y, title: null },
    y2: { field: 'high' },
    color: { value: colour.interval },
  },
};

function line(unit: string | null): VegaLite {
  return {
    mark: { type: 'line', strokeWidth: 1.5, aria: false },
    encoding: {
      y: {
        field: 'value',
        ...y,
        axis: { title: null, format: unit === 'proportion' ? '.1~%' : '.3~g', grid: true, tickCount: 5 },
      },
      color: { value: colour.current },
    },
  };
}

const marks: VegaLite = {
  mark: { type: 'point', filled: true, size: 70, opacity: 1, strokeWidth: 2 },
  encoding: {
    y: { field: 'value', ...y },
    color: { field: 'verdict', type: 'nominal', scale: verdictScale, legend: null },
    shape: { field: 'verdict', type: 'nominal', scale: verdictShapes, legend: null },
    description: { field: 'text' },
  },
};

/** A window without a value is no gap that one reads over: a ring on the axis stands for it. */
const gaps: VegaLite = {
  transform: [{ filter: 'datum.value === null' }],
  mark: { type: 'point', filled: false, size: 60, strokeWidth: 1.5, opacity: 1, yOffset: -7 },
  encoding: {
    y: { value: 'height' },
    color: { value: colour.insufficient },
    description: { field: 'text' },
  },
};

function summaryOf(
  name: string,
  results: readonly ReportResult[],
  limits: readonly ReportLimit[],
  unit: string | null,
): string {
  const broken = results.filter(({ verdict }) => verdict === 'fail').length;
  const warned = results.filter(({ verdict }) => verdict === 'warn').length;
  const without = results.filter(({ verdict }) => verdict === 'insufficient').length;
  const last = results.at(-1);
  const latest = last === undefined ? 'nothing' : valueText(last.value, unit);
  const shown = limits.map((limit) => limitText(limit, unit)).join(', ');
  return [
    `${name}: failure in ${broken} of ${results.length} windows`,
    ...(warned > 0 ? [`warning in ${warned}`] : []),
    ...(without > 0 ? [`not enough data in ${without}`] : []),
    `latest ${latest}`,
    ...(shown === '' ? [] : [`limits ${shown}`]),
  ]
    .join(', ')
    .concat('.');
}
