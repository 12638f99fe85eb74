import type { AstNode, LangiumDocument } from 'langium';
import { bodySchemaOf } from '../../../checks/declaration-kind.js';
import { titleOf } from '../../../checks/declaration-noun.js';
import { isBlock, isField } from '../../../generated/ast.js';
import type { Fix } from '../quick-fix.js';

interface Piece {
  readonly rank: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the fields of a body in the order of the manual. Statements with syntax of their own stay where they are, and
 * the comments in front of a field go with it. Offered only where every field has lines of its own, because then
 * nobody's layout is lost.
 */
export function sortFields(start: AstNode, document: LangiumDocument): Fix[] {
  const body = bodyAround(start);
  const order = (body && bodySchemaOf(body)?.fields.map(({ name }) => name)) ?? [];
  if (body === undefined || order.length === 0) return [];
  const pieces = piecesOf(body, order, document);
  if (pieces === undefined) return [];
  const sorted = [...pieces].sort((a, b) => a.rank - b.rank);
  if (sorted.every((piece, index) => piece === pieces[index])) return [];
  const edits = pieces.map(({ from, to }, index) => ({
    range: {
      start: document.textDocument.positionAt(from),
      end: document.textDocument.positionAt(to),
    },
    newText: sorted[index]!.text,
  }));
  const owner = isBlock(body) ? `block '${body.name}'` : titleOf(body);
  return [{ title: `Sort the fields of ${owner} as in the manual`, edits }];
}

function bodyAround(start: AstNode): AstNode | undefined {
  for (let node: AstNode | undefined = start; node !== undefined; node = node.$container) {
    if (bodySchemaOf(node) !== undefined) return node;
  }
  return undefined;
}

/** The fields with their comments; undefined where one shares its line with something else. */
function piecesOf(body: AstNode, order: readonly string[], document: LangiumDocument): Piece[] | undefined {
  const text = document.textDocument.getText();
  const pieces: Piece[] = [];
  const statements = 'statements' in body && Array.isArray(body.statements) ? body.statements : [];
  for (const statement of statements as AstNode[]) {
    if (!isField(statement) || statement.$cstNode === undefined) continue;
    const piece = withComments(text, statement.$cstNode.offset, statement.$cstNode.end);
    if (piece === undefined) return undefined;
    const rank = order.indexOf(statement.name);
    // A field the manual does not know stays behind those it knows.
    pieces.push({ ...piece, rank: rank < 0 ? order.length : rank, text: text.slice(piece.from, piece.to) });
  }
  return pieces;
}

/** Whole lines of a field: line comments above it without a blank line between, and one behind it. */
function withComments(text: string, from: number, to: number): { from: number; to: number } | undefined {
  let start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const end = newline < 0 ? text.length : newline;
  const behind = text.slice(to, end).trim();
  if (text.slice(start, from).trim() !== '' || (behind !== '' && !behind.startsWith('//'))) return undefined;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !text.slice(above, start).trim().startsWith('//')) break;
    start = above;
  }
  return { from: start, to: text.charAt(end - 1) === '\r' ? end - 1 : end };
}
