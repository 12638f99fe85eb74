import { chartSchema, chartTheme } from '@vigil/language/documents';
import { formatCount } from '../report/format.js';
import type { ReportResult } from '../report/report.js';
import type { ReportChart } from './chart.js';
import { colour, verdictScale, verdictShapes } from './colours.js';
import { limitLines, valueLimits } from './limit-lines.js';
import { windowText } from './series-chart.js';
import { groupText, valueText } from './words.js';

/** A metric in each group with its interval, as a forest plot: who is served worse. */
export function subgroupChart(id: string, name: string, groups: readonly ReportResult[]): ReportChart {
  const unit = groups[0]?.unit ?? null;
  const window = groups[0] === undefined ? '' : windowText(groups[0]);
  const dimensions = Object.keys(groups[0]?.group ?? {}).join(' and ') || 'group';
  const points = groups.map((result) => ({
    group: `${groupText(result.group)} (n = ${formatCount(result.n)})`,
    value: result.value,
    verdict: result.verdict,
    low: result.interval?.[0] ?? null,
    high: result.interval?.[1] ?? null,
    text: `${groupText(result.group)}: ${valueText(result.value, unit)}, ${formatCount(result.n)} rows`,
  }));
  const known = groups.filter(({ value }) => value !== null).sort((a, b) => a.value! - b.value!);
  const [lowest, highest] = [known[0], known.at(-1)];
  const without = groups.length - known.length;
  const spread =
    lowest === undefined || highest === undefined
      ? 'no group has enough data'
      : `from ${valueText(lowest.value, unit)} (${groupText(lowest.group)}) to ${valueText(highest.value, unit)} (${groupText(highest.group)})`;
  const limits = valueLimits(groups[0]?.limits ?? []);
  const y = { field: 'group', type: 'nominal', sort: null, axis: { title: null, labelLimit: 220 } };
  const x = { type: 'quantitative', scale: { zero: false } };
  const format = unit === 'proportion' ? '.1~%' : '.3~g';
  return {
    id,
    title: `${name} by ${dimensions}, ${window}`,
    summary: `${name} in ${window}: ${spread}${without > 0 ? `; ${without} of ${groups.length} groups have not enough data` : ''}.`,
    spec: {
      $schema: chartSchema,
      config: chartTheme,
      width: 380,
      height: { step: 24 },
      data: { values: points },
      encoding: { y },
      layer: [
        ...limitLines(limits, unit, 'x'),
        {
          mark: { type: 'rule', strokeWidth: 2, aria: false },
          encoding: {
            x: { field: 'low', ...x, axis: { title: null, format } },
            x2: { field: 'high' },
            color: { value: colour.interval },
          },
        },
        {
          mark: {
            type: 'point',
            filled: true,
            size: 70,
            opacity: 1,
            ...(limits.length > 0 ? {} : { shape: 'square' }),
          },
          encoding: {
            x: { field: 'value', ...x },
            ...(limits.length > 0 ? judged : { color: { value: colour.current } }),
            description: { field: 'text' },
          },
        },
      ],
    },
    table: {
      head: ['Group', 'Value', 'Interval', 'Rows'],
      rows: groups.map((result) => [
        groupText(result.group),
        valueText(result.value, unit),
        result.interval === null
          ? '–'
          : `${valueText(result.interval[0], unit)} to ${valueText(result.interval[1], unit)}`,
        String(result.n),
      ]),
    },
    rule: groups[0]?.source ?? null,
  };
}

const judged = {
  color: { field: 'verdict', type: 'nominal', scale: verdictScale, legend: null },
  shape: { field: 'verdict', type: 'nominal', scale: verdictShapes, legend: null },
};
