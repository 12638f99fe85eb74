import type { Position, Range } from 'vscode-languageserver-types';

/** A text of a fixture without its markers, and where they stood. */
export interface Marked {
  readonly text: string;
  /** Where `<|>` stood. */
  readonly cursors: readonly Position[];
  /** What stood between `<[` and `]>`. */
  readonly ranges: readonly Range[];
}

/** Takes the markers out of a text: `<|>` is a cursor, `<[` and `]>` enclose a range. Positions count in UTF-16. */
export function marked(source: string): Marked {
  const cursors: Position[] = [];
  const ranges: Range[] = [];
  const open: Position[] = [];
  let text = '';
  for (const piece of source.split(/(<\|>|<\[|\]>)/)) {
    if (piece === '<|>') cursors.push(endOf(text));
    else if (piece === '<[') open.push(endOf(text));
    else if (piece === ']>') {
      const start = open.pop();
      if (start === undefined) throw new Error(`a range ends that has not begun: ${source}`);
      ranges.push({ start, end: endOf(text) });
    } else text += piece;
  }
  if (open.length > 0) throw new Error(`a range does not end: ${source}`);
  return { text, cursors, ranges };
}

function endOf(text: string): Position {
  const lines = text.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** The text a range covers. */
export function textAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.character) ?? '';
  lines[0] = lines[0]?.slice(start.character) ?? '';
  return lines.join('\n');
}
