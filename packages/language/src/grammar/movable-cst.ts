import {
  CompositeCstNodeImpl,
  type CstNode,
  CstNodeBuilder,
  LeafCstNodeImpl,
  type LexerResult,
} from 'langium';
import type { Position, Range } from 'vscode-languageserver';
import { Origin, type Place, relativeTo } from './origin.js';

type Token = LexerResult['tokens'][number];
type LeafArguments = ConstructorParameters<typeof LeafCstNodeImpl>;

/** A word of the text, placed relative to the piece it belongs to. */
class MovableLeaf extends LeafCstNodeImpl {
  readonly origin: Origin;

  constructor(origin: Origin, ...own: LeafArguments) {
    super(...own);
    this.origin = origin;
  }

  override get offset(): number {
    return this.origin.offset + super.offset;
  }

  override get end(): number {
    return this.offset + this.length;
  }

  override get range(): Range {
    const { start, end } = super.range;
    return { start: this.#moved(start), end: this.#moved(end) };
  }

  #moved({ line, character }: Position): Position {
    const { origin } = this;
    return { line: origin.line + line, character: line === 0 ? origin.column + character : character };
  }
}

/** A group of words; unlike its base it remembers no range, because ranges move. */
class MovableComposite extends CompositeCstNodeImpl {
  override get range(): Range {
    const start = outermost(this, 'first')?.range.start ?? { line: 0, character: 0 };
    const end = outermost(this, 'last')?.range.end ?? start;
    return { start, end: end.line < start.line ? start : end };
  }
}

/** The first or last word in a node; comments count only where there is nothing else. */
function outermost(node: CstNode, side: 'first' | 'last'): CstNode | undefined {
  let at: CstNode | undefined = node;
  while (at instanceof CompositeCstNodeImpl) {
    const { content }: CompositeCstNodeImpl = at;
    const words: CstNode[] = content.filter(({ hidden }) => !hidden);
    const candidates: CstNode[] = words.length > 0 ? words : content;
    at = candidates.at(side === 'first' ? 0 : -1);
  }
  return at;
}

/** Where a piece begins in the text that is parsed, and where it will stand. */
export interface PieceStart extends Place {
  readonly origin: Origin;
}

/** Builds trees whose parts can be moved, each word belonging to the piece it stands in. */
export class MovableCstNodeBuilder extends CstNodeBuilder {
  #starts: readonly PieceStart[] = [{ offset: 0, line: 0, column: 0, origin: new Origin() }];
  #at = 0;

  /** Sets where the pieces of the next text begin, in order; the first begins with the text. */
  divideAt(starts: readonly PieceStart[]): void {
    this.#starts = starts;
    this.#at = 0;
  }

  /**
   * Langium calls this before every token, mostly with no hidden token at all, and then searches the tree for the
   * place where nothing is inserted: quadratic time for long lists (32 s for a list of 300,000 words, 2 s without).
   */
  override addHiddenNodes(tokens: Token[]): void {
    if (tokens.length > 0) super.addHiddenNodes(tokens);
  }

  override buildCompositeNode(
    ...[feature]: Parameters<CstNodeBuilder['buildCompositeNode']>
  ): CompositeCstNodeImpl {
    const node = new MovableComposite();
    node.grammarSource = feature;
    this.appendChild(this.current, node);
    (Reflect.get(this, 'nodeStack') as CstNode[]).push(node);
    return node;
  }

  protected override createLeafNode(token: Token, hidden: boolean): LeafCstNodeImpl {
    const { startOffset, startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 } = token;
    const piece = this.#pieceAt(startOffset);
    const start = relativeTo({ offset: startOffset, line: startLine - 1, column: startColumn - 1 }, piece);
    const end = relativeTo({ offset: startOffset, line: endLine - 1, column: endColumn }, piece);
    return new MovableLeaf(
      piece.origin,
      start.offset,
      token.image.length,
      start.line,
      start.column,
      end.line,
      end.column,
      token.tokenType,
      hidden,
    );
  }

  /** Words come nearly in order, so that the piece of the last one is nearly always the right one. */
  #pieceAt(offset: number): PieceStart {
    while ((this.#starts[this.#at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= offset) this.#at++;
    while (this.#at > 0 && this.#starts[this.#at]!.offset > offset) this.#at--;
    return this.#starts[this.#at]!;
  }
}

/** The piece a node begins in. */
export function originOf(node: CstNode): Origin | undefined {
  const first = outermost(node, 'first');
  return first instanceof MovableLeaf ? first.origin : undefined;
}
