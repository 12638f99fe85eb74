import { expect, it } from 'vitest';
import { inlineMarkdown } from '../markdown/inline-markdown.js';
import { histogramPath } from './histogram.js';
import { inlineHtml } from './inline-html.js';

const histogram = {
  kind: 'histogram',
  shares: [0, 0.25, 0.5, null],
  most: 0.5,
  side: 'current',
  description: '<b>ages</b>',
} as const;

it('draws each share as tall as it is beside the largest', () => {
  // Four places of 28 pixels; bars of 27, since one pixel keeps them apart; 0.25 is half of 28 pixels.
  expect(histogramPath(histogram)).toBe('M28 28v-14h27v14zM56 28v-28h27v28z');
});

it('draws a share that is tiny, and none that is zero', () => {
  expect(histogramPath({ shares: [1e-6, 0], most: 1 })).toBe('M0 28v-1h55v1z');
  expect(histogramPath({ shares: [], most: 0 })).toBe('');
  expect(histogramPath({ shares: [0, 0], most: 0 })).toBe('');
});

it('is a picture with words in HTML, and characters in Markdown', () => {
  const html = inlineHtml(histogram, new Set());
  expect(html).toContain('role="img" aria-label="&lt;b&gt;ages&lt;/b&gt;"');
  expect(inlineMarkdown(histogram, new Set())).toBe('▁▅█·');
});
