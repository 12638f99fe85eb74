import { AstUtils, GrammarAST, type LangiumCompletionParser, type LangiumDocument } from 'langium';
import { findNextFeatures, type NextFeature } from 'langium/lsp';
import type { Spec } from '../../generated/ast.js';

/**
 * The parts of the grammar that can follow a text, where the text ends with the first word of a statement.
 *
 * Keywords are names, too, so the parser cannot tell after `check` whether a check or a fact called `check` begins,
 * gives up the body around it, and takes the word for a new declaration. Then the word is given to the grammar
 * instead, from where the parser stood before it.
 *
 * @returns undefined where the parser has not gone astray: its own answer stands
 */
export function featuresAfterFirstWord(
  text: string,
  parser: LangiumCompletionParser,
): NextFeature[] | undefined {
  const { tokens, elementStack } = parser.parse(text);
  const last = tokens.at(-1);
  const rule = AstUtils.getContainerOfType(elementStack.at(-1), GrammarAST.isParserRule)?.name;
  if (last === undefined || (rule !== 'FactDeclaration' && rule !== 'Spec') || depthOf(tokens) === 0)
    return undefined;
  const before = parser.parse(text.slice(0, last.startOffset));
  const leftover = [...before.tokens].slice(before.tokenIndex);
  return findNextFeatures([before.elementStack.map((feature) => ({ feature }))], [...leftover, last]);
}

/**
 * Where the declaration begins that holds an offset: what stands before it does not change what can follow, and need
 * not be read again. A declaration begins where a sound one does, at the beginning of a line; a statement that the
 * parser took for one while it was being written is indented.
 */
export function declarationStart(document: LangiumDocument | undefined, offset: number): number {
  const { declarations = [] } = (document?.parseResult.value ?? {}) as Partial<Spec>;
  let start = 0;
  for (const { $cstNode: node, $type } of declarations) {
    if (node === undefined || node.offset >= offset) continue;
    const atLineStart = node.range.start.character === 0;
    if (atLineStart && $type !== 'FactDeclaration') start = Math.max(start, node.offset);
  }
  return start;
}

/** How many braces are open at the end. */
function depthOf(tokens: readonly { readonly image: string }[]): number {
  let depth = 0;
  for (const { image } of tokens) {
    if (image === '{') depth++;
    else if (image === '}' && depth > 0) depth--;
  }
  return depth;
}
