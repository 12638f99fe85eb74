import { chartSchema, chartTheme } from '@vigil/language/documents';
import type { DistributionFigure } from '../measure/figure.js';
import type { ReportResult } from '../report/report.js';
import type { ReportChart } from './chart.js';
import { colour } from './colours.js';
import { windowText } from './series-chart.js';
import { checkText, differenceText, shareText, valueText } from './words.js';

/** As many fit below their bars. */
const MOST_LABELS = 14;

/** How a column is distributed in the reference and in a window, side by side. */
export function distributionChart(
  id: string,
  result: ReportResult,
  { cells }: DistributionFigure,
): ReportChart {
  const window = windowText(result);
  const bars = cells.flatMap(({ name, reference, current }) => [
    { cell: name, share: reference, side: 'reference', text: `${name}, reference: ${shareText(reference)}` },
    { cell: name, share: current, side: window, text: `${name}, ${window}: ${shareText(current)}` },
  ]);
  return {
    id,
    title: `${result.target ?? checkText(result)}: reference and ${window}`,
    summary: `${checkText(result)} is ${valueText(result.value, result.unit)}; the largest difference is at ${differenceText(cells)}.`,
    spec: {
      $schema: chartSchema,
      config: chartTheme,
      width: 300,
      height: 140,
      data: { values: bars },
      mark: { type: 'bar' },
      encoding: {
        x: {
          field: 'cell',
          type: 'nominal',
          sort: null,
          axis: { title: null, labelAngle: -40, labelLimit: 110, labelOverlap: cells.length > MOST_LABELS },
        },
        xOffset: { field: 'side', sort: null },
        y: { field: 'share', type: 'quantitative', axis: { title: null, format: '~%', tickCount: 3 } },
        color: {
          field: 'side',
          type: 'nominal',
          sort: null,
          scale: { domain: ['reference', window], range: [colour.reference, colour.current] },
          legend: { title: null },
        },
        description: { field: 'text' },
      },
    },
    table: {
      head: ['Values', 'Reference', window],
      rows: cells.map(({ name, reference, current }) => [name, shareText(reference), shareText(current)]),
    },
    rule: result.source,
  };
}
