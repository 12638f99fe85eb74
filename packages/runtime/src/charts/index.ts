export type { ReportChart } from './chart.js';
export { drawChart } from './draw-chart.js';
export { type DriftRow, type DriftTable, driftTables } from './drift-table.js';
export { type PlacedChart, reportCharts } from './report-charts.js';
