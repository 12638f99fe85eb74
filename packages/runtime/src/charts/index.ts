export { checkWords, groupLabels } from '../report/check-words.js';
export { formatCount } from '../report/format.js';
export { limitsWords, limitValues, valueWords } from '../report/value-words.js';
export type { ReportChart } from './chart.js';
export { drawChart } from './draw-chart.js';
export { type DriftRow, type DriftTable, driftTables } from './drift-table.js';
export { type PlacedChart, reportCharts, rowOf } from './report-charts.js';
export { judgedResults } from './timeline-chart.js';
