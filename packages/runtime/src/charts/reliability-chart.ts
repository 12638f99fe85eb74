import { chartSchema, chartTheme } from '@vigil/language/documents';
import type { ReliabilityFigure } from '../measure/figure.js';
import type { ReportResult } from '../report/report.js';
import type { ReportChart } from './chart.js';
import { colour } from './colours.js';
import { windowText } from './series-chart.js';
import { valueText } from './words.js';

/** Predicted against observed risk: on the diagonal, what was predicted came true. */
export function reliabilityChart(id: string, result: ReportResult, { bins }: ReliabilityFigure): ReportChart {
  const points = bins.map(({ predicted, observed, interval: [low, high], n }) => ({
    predicted,
    observed,
    low,
    high,
    text: `predicted ${percent(predicted)}, observed ${percent(observed)}, ${n} rows`,
  }));
  const off = bins.filter(
    ({ predicted, interval: [low, high] }) => predicted < low || predicted > high,
  ).length;
  const axis = { format: '~%', values: [0, 0.2, 0.4, 0.6, 0.8, 1], labelOverlap: false };
  const scale = { domain: [0, 1] };
  return {
    id,
    title: `Calibration in ${windowText(result)}`,
    summary: `In ${off} of ${bins.length} groups of predicted risk the observed rate differs from the prediction by more than chance.`,
    spec: {
      $schema: chartSchema,
      config: chartTheme,
      width: 240,
      height: 240,
      layer: [
        {
          data: {
            values: [
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ],
          },
          mark: { type: 'line', strokeDash: [4, 4], aria: false },
          encoding: {
            x: { field: 'x', type: 'quantitative', scale, title: 'Predicted risk', axis },
            y: { field: 'y', type: 'quantitative', scale, title: 'Observed rate', axis },
            color: { value: colour.muted },
          },
        },
        {
          data: { values: points },
          mark: { type: 'rule', strokeWidth: 2, aria: false },
          encoding: {
            x: { field: 'predicted', type: 'quantitative' },
            y: { field: 'low', type: 'quantitative' },
            y2: { field: 'high' },
            color: { value: colour.interval },
          },
        },
        {
          data: { values: points },
          mark: { type: 'point', filled: true, size: 60, opacity: 1 },
          encoding: {
            x: { field: 'predicted', type: 'quantitative' },
            y: { field: 'observed', type: 'quantitative' },
            color: { value: colour.current },
            description: { field: 'text' },
          },
        },
      ],
    },
    table: {
      head: ['Predicted', 'Observed', 'Interval', 'Rows'],
      rows: bins.map(({ predicted, observed, interval: [low, high], n }) => [
        percent(predicted),
        percent(observed),
        `${percent(low)} to ${percent(high)}`,
        String(n),
      ]),
    },
    rule: result.source,
  };
}

const percent = (share: number) => valueText(share, 'proportion');
