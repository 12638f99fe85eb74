import type { Diagram, DiagramNode } from '../content/block.js';
import { visibleText } from '../content/visible-text.js';
import { escapedHtml } from './escaped-html.js';
import { figureHtml } from './figure-html.js';

const box = { width: 200, lineHeight: 16, padding: 10, gapX: 56, gapY: 14 } as const;
const charactersPerLine = 28;

interface Placed {
  readonly node: DiagramNode;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A diagram as SVG: the boxes of a column below each other, arrows from left to right. */
export function diagramSvg(diagram: Diagram, id: string): string {
  const placed = place(diagram.nodes);
  const byId = new Map(placed.map((each) => [each.node.id, each]));
  const width = Math.max(...placed.map(({ x }) => x + box.width)) + 2;
  const height = Math.max(...placed.map(({ y, height: own }) => y + own)) + box.gapY;
  const arrows = diagram.arrows.flatMap(({ from, to }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start && end ? [arrow(start, end, placed)] : [];
  });
  const label = (nodeId: string) => byId.get(nodeId)?.node.label ?? nodeId;
  const description = diagram.arrows.map(({ from, to }) => `${label(from)} leads to ${label(to)}`).join('; ');
  return figureHtml(
    { title: diagram.title, description },
    `<svg viewBox="0 0 ${width} ${height}">
<g class="arrows">${arrows.join('')}</g>
<g class="boxes">${placed.map(boxSvg).join('')}</g>
</svg>`,
    id,
  );
}

function place(nodes: readonly DiagramNode[]): readonly Placed[] {
  const bottoms = new Map<number, number>();
  return nodes.map((node) => {
    const lines = wrapped(visibleText(node.label).trim());
    const height = lines.length * box.lineHeight + 2 * box.padding;
    const y = bottoms.get(node.column) ?? 1;
    bottoms.set(node.column, y + height + box.gapY);
    return { node, lines, height, y, x: 1 + node.column * (box.width + box.gapX) };
  });
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap(pieces)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < charactersPerLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A word longer than a line is broken. */
function pieces(word: string): readonly string[] {
  return word.match(new RegExp(`.{1,${charactersPerLine}}`, 'gsu')) ?? [];
}

function boxSvg({ lines, x, y, height }: Placed): string {
  const text = lines
    .map((line, index) => {
      const baseline = y + box.padding + (index + 0.75) * box.lineHeight;
      return `<text x="${x + box.padding}" y="${baseline}">${escapedHtml(line)}</text>`;
    })
    .join('');
  return `<rect x="${x}" y="${y}" width="${box.width}" height="${height}" rx="6"/>${text}`;
}

/**
 * From the right side of one box to the left side of the other, with a small head; between the boxes of the columns
 * it passes.
 */
function arrow(start: Placed, end: Placed, placed: readonly Placed[]): string {
  const from = { x: start.x + box.width, y: start.y + start.height / 2 };
  const to = { x: end.x, y: end.y + end.height / 2 };
  const between = Array.from({ length: Math.max(0, end.node.column - start.node.column - 1) }, (_, step) => {
    const column = start.node.column + 1 + step;
    const x = 1 + column * (box.width + box.gapX);
    return { x, y: laneNear((from.y + to.y) / 2, column, placed) };
  });
  let path = `M${from.x} ${from.y}`;
  let last = from;
  for (const lane of between) {
    path += `${curve(last, lane)}L${lane.x + box.width} ${lane.y}`;
    last = { x: lane.x + box.width, y: lane.y };
  }
  path += curve(last, { x: to.x - 5, y: to.y });
  return `<path d="${path}"/><path class="head" d="M${to.x} ${to.y}l-7 -4v8z"/>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curve(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

/** The gap between two boxes of a column, or below the last, that lies nearest to a height. */
function laneNear(y: number, column: number, placed: readonly Placed[]): number {
  const gaps = placed
    .filter(({ node }) => node.column === column)
    .map((each) => each.y + each.height + box.gapY / 2);
  const nearest = gaps.sort((a, b) => Math.abs(a - y) - Math.abs(b - y))[0];
  return nearest ?? y;
}
