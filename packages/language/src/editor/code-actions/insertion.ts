import { type AstNode, type CstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver';
import { bodySchemaOf } from '../../checks/declaration-kind.js';

const INDENT = '  ';

/**
 * The edit that adds a statement to the body of a declaration, in the layout of the formatter: on a line of its own
 * unless the body stands on one line. A field goes where the manual's order puts it, anything else to the end.
 * A declaration without a body gets one.
 *
 * @returns undefined where the body's braces are not both there
 */
export function insertion(
  body: AstNode,
  statement: string,
  document: LangiumDocument,
  field?: string,
): TextEdit | undefined {
  const open = GrammarUtils.findNodeForKeyword(body.$cstNode, '{');
  const closers = GrammarUtils.findNodesForKeyword(body.$cstNode, '}');
  const close = closers.at(-1);
  if (open === undefined) return body.$cstNode && newBody(body.$cstNode, statement, document);
  if (close === undefined || close.offset < open.end) return undefined;
  const after = predecessor(body, field) ?? (field === undefined ? lastStatement(body) : undefined);
  const oneLine = open.range.start.line === close.range.start.line;
  if (oneLine) {
    const at = document.textDocument.positionAt(after?.end ?? open.end);
    const next = document.textDocument.getText()[after?.end ?? open.end];
    const gap = after === undefined ? ' ' : INDENT;
    return { range: { start: at, end: at }, newText: `${gap}${statement}${next === '}' ? ' ' : ''}` };
  }
  const indent = indentOf(body, document) + INDENT;
  const eol = endOfLine(document);
  const at = endOfTrailingComment(after?.end ?? open.end, document);
  const position = document.textDocument.positionAt(at);
  return { range: { start: position, end: position }, newText: eol + indented(statement, indent, eol) };
}

/** The edit that adds a declaration after another one, with a blank line between. */
export function declarationAfter(
  node: AstNode,
  declaration: string,
  document: LangiumDocument,
): TextEdit | undefined {
  if (node.$cstNode === undefined) return undefined;
  const eol = endOfLine(document);
  const at = document.textDocument.positionAt(endOfTrailingComment(node.$cstNode.end, document));
  return { range: { start: at, end: at }, newText: `${eol}${eol}${declaration.replaceAll('\n', eol)}` };
}

/** The line ending a file uses. */
function endOfLine(document: LangiumDocument): string {
  return document.textDocument.getText().includes('\r\n') ? '\r\n' : '\n';
}

function newBody(node: CstNode, statement: string, document: LangiumDocument): TextEdit {
  const at = document.textDocument.positionAt(node.end);
  return { range: { start: at, end: at }, newText: ` { ${statement} }` };
}

/** The last written statement that the manual's order puts before a field. */
function predecessor(body: AstNode, field: string | undefined): CstNode | undefined {
  const order = bodySchemaOf(body)?.fields.map(({ name }) => name) ?? [];
  const rank = field === undefined ? -1 : order.indexOf(field);
  if (rank < 0) return undefined;
  const before = statementsOf(body).filter((each) => {
    const name = factName(each);
    return name !== undefined && order.indexOf(name) < rank;
  });
  return before.at(-1)?.$cstNode;
}

/** Facts are known by name; sources and columns of a log, which come before them, by their role. */
function factName(statement: AstNode): string | undefined {
  if ('role' in statement) return String(statement.role);
  const isFact = statement.$type === 'Field' || statement.$type === 'Block';
  return isFact && 'name' in statement ? String(statement.name) : undefined;
}

function lastStatement(body: AstNode): CstNode | undefined {
  return statementsOf(body).at(-1)?.$cstNode;
}

function statementsOf(body: AstNode): readonly AstNode[] {
  return 'statements' in body && Array.isArray(body.statements) ? (body.statements as AstNode[]) : [];
}

/** A line comment behind a statement belongs to it: what is added comes after. */
function endOfTrailingComment(offset: number, document: LangiumDocument): number {
  const text = document.textDocument.getText();
  const rest = /^[^\S\r\n]*(\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(offset, offset + 500));
  return offset + (rest?.[0].length ?? 0);
}

function indentOf(node: AstNode, document: LangiumDocument): string {
  const line = node.$cstNode?.range.start.line ?? 0;
  const text = document.textDocument.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  return /^[^\S\r\n]*/.exec(text)?.[0] ?? '';
}

function indented(statement: string, indent: string, eol: string): string {
  return statement
    .split('\n')
    .map((line) => indent + line)
    .join(eol);
}
