import { type AstNode, type CstNode, CstUtils, GrammarUtils, type LeafCstNode } from 'langium';

/** Longest text that an outline shows of a statement. */
const MOST_CHARACTERS = 80;

/** The words of a node in order, without comments. */
export function wordsOf(node: CstNode | undefined): LeafCstNode[] {
  return node === undefined
    ? []
    : CstUtils.flattenCst(node)
        .filter(({ hidden }) => !hidden)
        .toArray();
}

/** The word a node begins with. */
export function firstWord({ $cstNode }: AstNode): LeafCstNode | undefined {
  return $cstNode && CstUtils.flattenCst($cstNode).find(({ hidden }) => !hidden);
}

/** Words in one line, spaced as they are written. */
export function lineOf(words: readonly LeafCstNode[]): string {
  let line = '';
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    line += before === undefined || before.end === word.offset ? word.text : ` ${word.text}`;
  }
  const characters = [...line.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= MOST_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

/** Where a property stands in the text of its node. */
export function placeOf(node: AstNode, property: string): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, property);
}
