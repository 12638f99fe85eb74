import type { CheckRow } from '../webviews/messages.js';

const HEIGHT = 28;
const NS = 'http://www.w3.org/2000/svg';

/** Values over the windows with their limits, as large as a word: the table beside it says the last in figures. */
export function trendChart({ values, limits }: CheckRow['trend']): SVGElement | null {
  const known = values.flatMap(({ value }) => value ?? []);
  if (known.length < 2) return null;
  const width = 128;
  const all = [...known, ...limits.map(({ value }) => value)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) => 3 + (HEIGHT - 6) * (1 - (value - low) / (high - low || 1));
  const x = (index: number) => 3 + ((width - 6) * index) / (values.length - 1);
  const picture = drawing(width, 'trend');
  for (const { value, severity } of limits)
    picture.append(shape('line', { class: severity, x1: 0, x2: width, y1: y(value), y2: y(value) }));
  // A window without a value parts the line.
  let points: string[] = [];
  const end = () => {
    if (points.length > 1) picture.append(shape('polyline', { points: points.join(' ') }));
    points = [];
  };
  values.forEach(({ value }, index) => {
    if (value === null) end();
    else points.push(`${x(index)},${y(value)}`);
  });
  end();
  values.forEach(({ value, verdict }, index) => {
    const broken = verdict === 'fail' || verdict === 'warn';
    if (value !== null && (broken || index === values.length - 1))
      picture.append(shape('circle', { class: verdict, cx: x(index), cy: y(value), r: 2.2 }));
  });
  return picture;
}

/** How values are distributed before and now, one histogram beside the other at one scale. */
export function histograms(cells: NonNullable<CheckRow['cells']>): SVGElement {
  const bar = Math.max(2, Math.min(6, Math.floor(60 / cells.length)));
  const side = bar * cells.length;
  const picture = drawing(side * 2 + 10, 'histograms');
  const most = Math.max(0.01, ...cells.flatMap(({ reference, current }) => [reference ?? 0, current ?? 0]));
  cells.forEach(({ reference, current }, index) => {
    for (const [share, name, left] of [
      [reference, 'reference', 0],
      [current, 'current', side + 10],
    ] as const) {
      const height = ((share ?? 0) / most) * (HEIGHT - 2);
      const place = { x: left + index * bar, y: HEIGHT - height, width: bar - 1, height };
      picture.append(shape('rect', { class: name, ...place }));
    }
  });
  return picture;
}

function drawing(width: number, name: string): SVGElement {
  // What it shows is said by the cells beside it, and by the charts below.
  return shape('svg', {
    class: name,
    width,
    height: HEIGHT,
    viewBox: `0 0 ${width} ${HEIGHT}`,
    'aria-hidden': 'true',
  });
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(NS, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
