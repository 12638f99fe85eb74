import { displayWidth, pad, truncate } from './display-width.js';

/** A cell: its plain text, and how to paint it once it has its width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The column may be cut down to this width when the table is too wide; fixed where absent. */
  readonly least?: number;
  /** Which end is kept when it is cut. */
  readonly keep?: 'start' | 'end';
}

const gap = '  ';

/** Lines of an aligned table of at most `width` columns, as far as its columns can be cut. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paintTitle: (text: string) => string,
): readonly string[] {
  const used = columns.flatMap((column, index) =>
    rows.some((row) => row[index]!.text !== '') ? [{ column, index }] : [],
  );
  const natural = used.map(({ column, index }) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[index]!.text))),
  );
  const widths = fitted(
    natural,
    used.map(({ column }) => column.least ?? null),
    width - gap.length * (used.length - 1),
  );
  const line = (cells: readonly Cell[]) =>
    used
      .map(({ column }, place) => {
        const cell = cells[place]!;
        const text = pad(
          cut(cell.text, widths[place]!, column.keep ?? 'start'),
          widths[place]!,
          column.align,
        );
        // No space at the end of a line.
        const shown = place === used.length - 1 && column.align === 'left' ? text.trimEnd() : text;
        return cell.paint === undefined ? shown : cell.paint(shown);
      })
      .join(gap);
  const titles = line(used.map(({ column }) => ({ text: column.title })));
  return [
    paintTitle(titles.trimEnd()),
    ...rows.map((row) => line(used.map(({ index }) => row[index]!)).trimEnd()),
  ];
}

/** Widths that add up to no more than `room`: the last columns that may be cut give way first. */
function fitted(
  natural: readonly number[],
  least: readonly (number | null)[],
  room: number,
): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, own) => sum + own, 0) - room;
  for (let index = widths.length - 1; index >= 0 && excess > 0; index--) {
    const floor = least[index] ?? null;
    if (floor === null || widths[index]! <= floor) continue;
    const given = Math.min(excess, widths[index]! - floor);
    widths[index] = widths[index]! - given;
    excess -= given;
  }
  return widths;
}

function cut(text: string, width: number, keep: 'start' | 'end'): string {
  if (keep === 'start') return truncate(text, width);
  const characters = [...text];
  return characters.length <= width ? text : `…${characters.slice(characters.length - width + 1).join('')}`;
}
