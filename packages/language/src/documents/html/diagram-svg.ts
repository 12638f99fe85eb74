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
  const height = Math.max(...placed.map(({ y, height: own }) => y + own)) + 2;
  const arrows = diagram.arrows.flatMap(({ from, to }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start && end ? [arrow(start, end)] : [];
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

/** From the right side of one box to the left side of the other, with a small head. */
function arrow(start: Placed, end: Placed): string {
  const [x1, y1] = [start.x + box.width, start.y + start.height / 2];
  const [x2, y2] = [end.x, end.y + end.height / 2];
  const middle = (x1 + x2) / 2;
  return `<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2 - 5} ${y2}"/><path class="head" d="M${x2} ${y2}l-7 -4v8z"/>`;
}
