import type { RootCstNode } from 'langium';
import type { Spec } from '../../generated/ast.js';
import { hiddenCharacters } from '../../grammar/hidden-characters.js';
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
    const { line = 1, column = 1, offset, length } = unreadable;
    return {
      problem: { line, column, message: `cannot read ${found(text.slice(offset, offset + length))} here` },
    };
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

function found(unreadable: string): string {
  if (unreadable.startsWith('"')) return 'a text without its closing quote';
  const [hidden] = hiddenCharacters(unreadable);
  return hidden?.offset === 0 ? `the hidden character ${hidden.name}` : `'${unreadable.charAt(0)}'`;
}
