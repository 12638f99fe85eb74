import { spaceBetween } from './spacing.js';
import type { Piece } from './text-piece.js';

/** A body may stay on one line when its statement fits into this many columns. */
const WIDEST_LINE = 110;
const INDENT = '  ';

/**
 * Prints the pieces of a spec in the one layout of the language:
 * a statement per line, bodies indented by two spaces, at most one blank line in a row, one space between words.
 * A body that was written on one line stays there when it fits. Line breaks inside a statement are kept, the rest of
 * the statement indented once more, and what goes on with a clause of it twice. Comments keep their place; no token is added, removed or moved.
 */
export function print(pieces: readonly Piece[]): string {
  const expanded = expandedBodies(pieces);
  const closers = new Set<number>();
  /** Indentation of the statements in each open body, innermost last; flat bodies have none of their own. */
  const bodies: { readonly close: number; readonly indent: number; readonly flat: boolean }[] = [];
  const lines: string[] = [];
  let line = '';
  let indent = 0;
  let insideClause = false;
  const startLine = (at: number, blank = false): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    if (blank && lines.length > 0) lines.push('');
    indent = at;
    line = INDENT.repeat(at);
  };
  pieces.forEach((piece, index) => {
    const left = pieces[index - 1];
    const body = bodies.at(-1);
    const level = body?.indent ?? 0;
    if (body?.close === index) bodies.pop();
    const afterLineComment = left?.kind === 'lineComment';
    if (piece.begins || piece.clause || (isOwnLine(piece) && nextToken(pieces, index)?.clause))
      insideClause = false;
    const further = insideClause ? level + 1 : level;
    if (left === undefined) {
      line = '';
    } else if (closers.has(index)) {
      startLine(level - 1);
    } else if (body?.flat) {
      line += piece.begins && left.text !== '{' && left.text !== ',' ? INDENT : spaceBetween(left, piece);
    } else if (piece.begins || (isOwnLine(piece) && atStatement(pieces, index))) {
      startLine(level, piece.breaksBefore > 1 && left.text !== '{');
    } else if (isOwnLine(piece) || afterLineComment || continues(left, piece)) {
      startLine(closes(piece) ? further : further + 1);
    } else {
      line += piece.kind === 'lineComment' ? INDENT : spaceBetween(left, piece);
    }
    if (piece.clause) insideClause = true;
    line += piece.kind === 'blockComment' ? indented(piece.text, indent) : piece.text;
    const close = piece.kind === 'token' && piece.text === '{' ? expanded.get(index) : undefined;
    if (close !== undefined) {
      if (!close.flat) closers.add(close.at);
      bodies.push({ close: close.at, flat: close.flat, indent: indent + 1 });
    }
  });
  startLine(0);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** For every opening brace the index of its closing brace, and whether the body stays on one line. */
function expandedBodies(
  pieces: readonly Piece[],
): Map<number, { readonly at: number; readonly flat: boolean }> {
  const bodies = new Map<number, { at: number; flat: boolean }>();
  const open: number[] = [];
  let statement = 0;
  const statements = pieces.map(({ begins }, index) => {
    if (begins) statement = index;
    return statement;
  });
  pieces.forEach(({ kind, text }, index) => {
    if (kind !== 'token') return;
    if (text === '{') open.push(index);
    if (text !== '}') return;
    const from = open.pop();
    if (from === undefined) return;
    const inside = pieces.slice(from + 1, index + 1);
    const flat = inside.every(
      ({ breaksBefore, kind, text }) => breaksBefore === 0 && kind !== 'lineComment' && !text.includes('\n'),
    );
    bodies.set(from, {
      at: index,
      flat: flat && width(pieces.slice(statements[from], index + 1)) <= WIDEST_LINE,
    });
  });
  return bodies;
}

/** White space in comments does not count: it changes with their indentation. */
function width(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { kind, text }) => {
    const shown = kind === 'token' ? text : text.replaceAll(/\s+/g, ' ').trim();
    return sum + shown.length + 1;
  }, 0);
}

/** Whether a comment stands on a line of its own. */
function isOwnLine({ kind, breaksBefore }: Piece): boolean {
  return kind !== 'token' && breaksBefore > 0;
}

/** Whether a comment stands between statements, not inside one: what follows it begins a statement or ends a body. */
function atStatement(pieces: readonly Piece[], index: number): boolean {
  const token = nextToken(pieces, index);
  return token === undefined || token.begins || token.text === '}';
}

/** The first piece from there on that is no comment. */
function nextToken(pieces: readonly Piece[], index: number): Piece | undefined {
  let next = index;
  while (pieces[next] !== undefined && pieces[next]?.kind !== 'token') next++;
  return pieces[next];
}

/** Whether a token goes on with its statement on a new line. A body begins on the line of what it belongs to. */
function continues(left: Piece, { kind, text, breaksBefore }: Piece): boolean {
  if (kind !== 'token' || breaksBefore === 0) return false;
  if (text === '{') return left.text === '[' || left.text === ',';
  return ![',', ':', '.', '(', '%'].includes(text);
}

function closes({ kind, text }: Piece): boolean {
  return kind === 'token' && (text === ']' || text === ')');
}

/** A comment of several lines moves with its indentation when it has the usual row of stars. */
function indented(comment: string, level: number): string {
  const [first = '', ...rest] = comment.split('\n').map((line) => line.trimEnd());
  const stars = rest.every((line) => line.trimStart().startsWith('*'));
  const margin = `${INDENT.repeat(level)} `;
  return [first, ...rest.map((line) => (stars ? margin + line.trimStart() : line))].join('\n');
}
