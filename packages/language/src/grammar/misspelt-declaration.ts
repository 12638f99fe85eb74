import type { AstNode, LexerResult, ParseResult } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import { type FactDeclaration, isFactDeclaration, type Spec } from '../generated/ast.js';
import { declarationForms } from './statement-forms.js';

type SyntaxError = ParseResult['parserErrors'][number];
type Token = LexerResult['tokens'][number];

/**
 * `modle Risk version "1" { … }` is read as a declaration of facts of kind "modle", whose `{` is missing. Where the
 * kind is nearly a word of the language, the error is that word, not what follows it.
 */
export function explainMisspeltDeclaration(
  error: SyntaxError,
  root: AstNode,
  tokens: readonly Token[],
): SyntaxError {
  const rule = error.context.ruleStack.at(-1) ?? '';
  if (!rule.startsWith('Fact')) return error;
  const declaration = lastFactsBefore(error.token.startOffset, root);
  const near = declaration && nearest(declaration.kind ?? '', Object.keys(declarationForms));
  const token = near && tokens.find(({ startOffset }) => startOffset === declaration.$cstNode?.offset);
  if (!token) return error;
  return {
    ...error,
    token,
    message: `'${declaration.kind}' begins no declaration${hint(near)} It reads ${declarationForms[near]}`,
  };
}

function lastFactsBefore(offset: number, root: AstNode): FactDeclaration | undefined {
  return ((root as Spec).declarations ?? [])
    .filter(isFactDeclaration)
    .filter(({ $cstNode }) => $cstNode !== undefined && !($cstNode.offset >= offset))
    .at(-1);
}
