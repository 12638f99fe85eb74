import type { VegaLite } from '../content/block.js';

/** How every chart looks: colours are CSS variables of the page, so that charts follow light, dark and print. */
export const theme: VegaLite = {
  background: null,
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: 'var(--muted)',
    titleColor: 'var(--muted)',
    domainColor: 'var(--line)',
    tickColor: 'var(--line)',
    gridColor: 'var(--grid, var(--line))',
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
  },
  legend: { labelColor: 'var(--text)', titleColor: 'var(--muted)', orient: 'top', labelFontSize: 12 },
  title: { color: 'var(--text)', fontSize: 12, fontWeight: 'normal', anchor: 'start', offset: 4 },
};

/** A document names and describes its charts itself. */
export const documentTheme: VegaLite = { ...theme, aria: false };

export const schema = 'https://vega.github.io/schema/vega-lite/v6.json';
