import type { RootCstNode } from 'langium';
import type { Spec } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';
import { print } from './printer.js';
import { piecesOf } from './text-piece.js';

/** A formatted spec, or the first reason why it cannot be formatted. Lines and columns count from 1. */
export type Formatted =
  | { readonly text: string }
  | { readonly problem: { readonly line: number; readonly column: number; readonly message: string } };

/**
 * Formats the text of a spec. The result means the same, has all comments, and formatting it again changes nothing.
 * A text with syntax errors is refused: nobody can say what belongs together in it.
 *
 * @param services the language's services; a caller that formats many files passes the same ones
 */
export function formatSpec(text: string, services: VigilServices): Formatted {
  const { value, lexerErrors, parserErrors } = services.parser.LangiumParser.parse<Spec>(text);
  const [unreadable] = lexerErrors;
  if (unreadable !== undefined) {
    const { line = 1, column = 1, offset } = unreadable;
    const found =
      text[offset] === '"' ? 'a text without its closing quote' : `'${text.slice(offset, offset + 1)}'`;
    const message = `cannot read ${found} here`;
    return { problem: { line, column, message } };
  }
  const [error] = parserErrors;
  if (error !== undefined) {
    const { startLine, startColumn } = error.token;
    return {
      problem: { line: startLine ?? 1, column: startColumn ?? 1, message: error.message },
    };
  }
  const root = value.$cstNode as RootCstNode | undefined;
  return { text: root === undefined ? '' : print(piecesOf(root)) };
}
