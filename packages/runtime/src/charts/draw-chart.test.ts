import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawChart } from './draw-chart.js';

const bars = (texts: readonly string[]) => ({
  title: texts[0],
  data: { values: texts.map((text, index) => ({ text, index })) },
  mark: 'bar',
  encoding: { x: { field: 'index', type: 'quantitative' }, y: { field: 'text', type: 'nominal' } },
});

let warnings: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => warnings.mockRestore());

it('draws the same bytes for the same chart', async () => {
  const [first, second] = [await drawChart(bars(['a', 'b'])), await drawChart(bars(['a', 'b']))];
  expect(first).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
  expect(first).toContain('>a</text>');
  expect(second).toBe(first);
  expect(warnings).not.toHaveBeenCalled();
});

it('escapes what it draws', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</svg>',
    '&lt;b&gt;',
    '\'x"',
  ];
  const drawn = await drawChart(bars(hostile));
  expect(drawn).not.toMatch(/<script|<img|onerror="|<\/svg>./);
  expect(
    drawn.match(/<[a-z]+/g)?.filter((tag) => !/^<(svg|g|path|line|text|rect|clippath|defs)$/i.test(tag)),
  ).toEqual([]);
});

it('fetches nothing', async () => {
  const chart = { ...bars(['a']), data: { url: 'https://example.org/data.json' } };
  const drawn = await drawChart(chart);
  expect(drawn).not.toContain('example.org');
});
