import { type CstNode, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams, Range } from 'vscode-languageserver';
import { CheckContext } from '../../checks/check-context.js';
import { isDuration } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';
import { findingAt } from './diagnostic-words.js';
import { Explanation } from './explanation.js';
import { limitSentence } from './limit-sentence.js';
import { durationMeaning, shareWords } from './quantity-words.js';

/** Explains the word under the cursor from the schema table, the metric catalogue, the spec and its data. */
export class VigilHover implements HoverProvider {
  readonly #explanation: Explanation;

  constructor(services: VigilServices) {
    this.#explanation = new Explanation(services, new CheckContext(services));
  }

  async getHoverContent(document: LangiumDocument, { position }: HoverParams): Promise<Hover | undefined> {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = root === undefined ? undefined : leafAt(root, offset);
    const word = leaf === undefined ? undefined : await this.#word(leaf);
    const finding = findingAt(document, position);
    const words = [finding?.words, word?.words].filter((each) => each !== undefined);
    const range = word?.range ?? finding?.range;
    if (words.length === 0 || range === undefined) return undefined;
    return { contents: { kind: 'markdown', value: words.join('\n\n---\n\n') }, range };
  }

  /** A number with its unit is one word to a reader. */
  async #word(leaf: LeafCstNode): Promise<{ words: string; range: Range } | undefined> {
    const node = leaf.astNode;
    const whole = isDuration(node) ? node.$cstNode : leaf.container;
    const meaning = isDuration(node)
      ? durationMeaning(node)
      : /^-?[\d.]+%$/.test(whole?.text ?? '')
        ? shareWords(whole?.text ?? '')
        : undefined;
    if (whole !== undefined && meaning !== undefined) {
      const limit = limitSentence(node);
      return { words: [meaning, ...(limit === undefined ? [] : [limit])].join('\n\n'), range: whole.range };
    }
    const words = await this.#explanation.of(leaf);
    return words === undefined ? undefined : { words, range: leaf.range };
  }
}

/** The word at or just before an offset, or the sign at it. */
function leafAt(root: CstNode, offset: number): LeafCstNode | undefined {
  return CstUtils.findDeclarationNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeAtOffset(root, offset);
}
