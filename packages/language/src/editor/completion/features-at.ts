import { AstUtils, GrammarAST, type LangiumCompletionParser } from 'langium';
import { findNextFeatures, type NextFeature } from 'langium/lsp';

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

/** How many braces are open at the end. */
function depthOf(tokens: readonly { readonly image: string }[]): number {
  let depth = 0;
  for (const { image } of tokens) {
    if (image === '{') depth++;
    else if (image === '}' && depth > 0) depth--;
  }
  return depth;
}
