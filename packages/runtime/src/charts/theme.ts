import type { VegaLite } from './chart.js';

export const schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/** Names of the CSS variables a page defines, light and dark; documents use the same. */
export const colour = {
  text: 'var(--text)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  pass: 'var(--pass)',
  warn: 'var(--warn)',
  fail: 'var(--fail)',
  insufficient: 'var(--open)',
  reference: 'var(--neutral)',
  current: 'var(--series)',
} as const;

/** Shapes say what colours say, for those who see no colours. */
export const verdictScale = {
  domain: ['pass', 'warn', 'fail', 'insufficient'],
  range: [colour.pass, colour.warn, colour.fail, colour.insufficient],
} as const;
export const verdictShapes = {
  domain: verdictScale.domain,
  range: ['circle', 'triangle-up', 'cross', 'stroke'],
} as const;

export const theme: VegaLite = {
  background: null,
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: colour.muted,
    titleColor: colour.muted,
    domainColor: colour.line,
    tickColor: colour.line,
    gridColor: colour.line,
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
  },
  legend: {
    labelColor: colour.text,
    titleColor: colour.muted,
    orient: 'top',
    labelFontSize: 12,
    title: null,
  },
};
