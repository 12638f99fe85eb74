export type { ReportChart } from './chart.js';
export { drawChart } from './draw-chart.js';
export { type PlacedChart, reportCharts } from './report-charts.js';
