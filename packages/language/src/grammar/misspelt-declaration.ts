import { type AstNode, CstUtils, type LeafCstNode, type ParseResult } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import { type FactDeclaration, isFactDeclaration, type Spec } from '../generated/ast.js';
import { declarationForms } from './statement-forms.js';

type SyntaxError = ParseResult['parserErrors'][number];
type Token = SyntaxError['token'];

/**
 * `modle Risk version "1" { … }` is read as a declaration of facts of kind "modle", whose `{` is missing. Where the
 * kind is nearly a word of the language, the error is that word, not what follows it.
 */
export function explainMisspeltDeclaration(error: SyntaxError, root: AstNode): SyntaxError {
  const rule = error.context.ruleStack.at(-1) ?? '';
  if (!rule.startsWith('Fact')) return error;
  const declaration = lastFactsBefore(error.token.startOffset, root);
  const near = declaration && nearest(declaration.kind ?? '', Object.keys(declarationForms));
  const word = near && CstUtils.flattenCst(declaration.$cstNode!).find(({ hidden }) => !hidden);
  if (!word) return error;
  return {
    ...error,
    token: tokenOf(word),
    message: `'${declaration.kind}' begins no declaration${hint(near)} It reads ${declarationForms[near]}`,
  };
}

function tokenOf({ text, offset, end, range, tokenType }: LeafCstNode): Token {
  return {
    image: text,
    startOffset: offset,
    endOffset: end - 1,
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
  };
}

function lastFactsBefore(offset: number, root: AstNode): FactDeclaration | undefined {
  return ((root as Spec).declarations ?? [])
    .filter(isFactDeclaration)
    .filter(({ $cstNode }) => $cstNode !== undefined && !($cstNode.offset >= offset))
    .at(-1);
}
