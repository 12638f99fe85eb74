import type { VegaLite } from '../content/block.js';

/**
 * Colours are the stylesheet's, so that charts follow light, dark and print; the document names and describes a
 * chart itself. `height` and `width` are in CSS pixels.
 */
export const theme: VegaLite = {
  background: null,
  aria: false,
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: 'var(--muted)',
    titleColor: 'var(--muted)',
    domainColor: 'var(--line)',
    tickColor: 'var(--line)',
    gridColor: 'var(--line)',
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
  },
  legend: { labelColor: 'var(--text)', titleColor: 'var(--muted)', orient: 'top', labelFontSize: 12 },
  title: { color: 'var(--text)', fontSize: 12, fontWeight: 'normal', anchor: 'start', offset: 4 },
};

export const schema = 'https://vega.github.io/schema/vega-lite/v6.json';
