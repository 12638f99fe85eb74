import {
  type AstNode,
  Cancellation,
  CstUtils,
  GrammarUtils,
  interruptAndCheck,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium';
import { AllSemanticTokenModifiers, AllSemanticTokenTypes, type SemanticTokenProvider } from 'langium/lsp';
import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { treeNodes } from '../../grammar/tree-nodes.js';
import { type Colour, coloursOf } from './colours.js';

const { CancellationToken } = Cancellation;
type CancellationToken = Cancellation.CancellationToken;

/** A word with its colour. */
interface Coloured {
  readonly word: LeafCstNode;
  readonly colour: Colour;
}

/**
 * Answers what the words of a file are coloured as. An editor asks for the whole file and for what it shows of it at the
 * same time, and takes questions back: each answer is made of nothing but its own. Langium's own provider keeps the
 * tokens of a file in one place for all questions, where they meet.
 */
export class VigilSemanticTokens implements SemanticTokenProvider {
  readonly tokenTypes = AllSemanticTokenTypes;
  readonly tokenModifiers = AllSemanticTokenModifiers;
  readonly semanticTokensOptions = {
    legend: {
      tokenTypes: Object.keys(AllSemanticTokenTypes),
      tokenModifiers: Object.keys(AllSemanticTokenModifiers),
    },
    full: { delta: false },
    range: true,
  };

  semanticHighlight(
    document: LangiumDocument,
    _: SemanticTokensParams,
    cancelToken?: CancellationToken,
  ): Promise<SemanticTokens> {
    return this.#answer(document, undefined, cancelToken);
  }

  semanticHighlightRange(
    document: LangiumDocument,
    { range }: SemanticTokensRangeParams,
    cancelToken?: CancellationToken,
  ): Promise<SemanticTokens> {
    return this.#answer(document, range, cancelToken);
  }

  /** Differences are not offered; who asks for them all the same may be told everything. */
  semanticHighlightDelta(
    document: LangiumDocument,
    _: SemanticTokensParams,
    cancelToken?: CancellationToken,
  ): Promise<SemanticTokens> {
    return this.#answer(document, undefined, cancelToken);
  }

  async #answer(
    document: LangiumDocument,
    range: Range | undefined,
    cancelToken = CancellationToken.None,
  ): Promise<SemanticTokens> {
    const found: Coloured[] = [];
    for (const node of treeNodes(document.parseResult.value)) {
      await interruptAndCheck(cancelToken);
      found.push(...colouredWords(node, range));
    }
    // Properties of a node come in another order than their words.
    found.sort((a, b) => a.word.offset - b.word.offset);
    const tokens = new SemanticTokensBuilder();
    for (const { word, colour } of found) {
      const { line, character } = word.range.start;
      const type = this.tokenTypes[colour.type] ?? 0;
      const modifiers = this.tokenModifiers[colour.modifier ?? ''] ?? 0;
      tokens.push(line, character, word.length, type, modifiers);
    }
    return { data: tokens.build().data };
  }
}

/** A name of several words, as in `approval.signer`, may be spread over lines: its words are coloured one by one. */
function colouredWords(node: AstNode, range: Range | undefined): Coloured[] {
  const { $cstNode } = node;
  if ($cstNode === undefined || !isIn($cstNode.range, range)) return [];
  return coloursOf(node).flatMap((colour) =>
    GrammarUtils.findNodesForProperty($cstNode, colour.property)
      .flatMap((place) => CstUtils.flattenCst(place).toArray())
      .filter((word) => !word.hidden && isIn(word.range, range))
      .map((word) => ({ word, colour })),
  );
}

function isIn(place: Range, range: Range | undefined): boolean {
  return range === undefined || CstUtils.inRange(place, range);
}
