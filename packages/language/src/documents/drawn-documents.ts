/** What pages that draw documents and charts need of the language, without the language itself. */
export { schema as chartSchema, theme as chartTheme } from './charts/theme.js';
export type { VegaLite } from './content/block.js';
export type { Histogram } from './content/inline.js';
export { histogramBox, histogramPath } from './html/histogram.js';
export { type DrawChart, printHtml } from './html/print-html.js';
