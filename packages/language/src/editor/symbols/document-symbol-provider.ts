import type { AstNode, LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, LangiumSharedServices } from 'langium/lsp';
import type { DocumentSymbol } from 'vscode-languageserver';
import type { Spec } from '../../generated/ast.js';
import { outlineEntry } from './outline-entry.js';

/** The outline of a file: declarations, what they say, and the facts in blocks. */
export class VigilDocumentSymbols implements DocumentSymbolProvider {
  readonly #kinds: LangiumSharedServices['lsp']['NodeKindProvider'];

  constructor({ lsp }: LangiumSharedServices) {
    this.#kinds = lsp.NodeKindProvider;
  }

  getSymbols({ parseResult }: LangiumDocument): DocumentSymbol[] {
    return ((parseResult.value as Partial<Spec>).declarations ?? []).flatMap((each) => this.#symbol(each));
  }

  #symbol(node: AstNode): DocumentSymbol[] {
    const entry = outlineEntry(node);
    const range = node.$cstNode?.range;
    if (entry === undefined || range === undefined) return [];
    const { name, detail, place } = entry;
    const children = partsOf(node).flatMap((part) => this.#symbol(part));
    return [
      {
        name,
        kind: this.#kinds.getSymbolKind(node),
        range,
        selectionRange: place.range,
        ...(detail !== undefined && { detail }),
        ...(children.length > 0 && { children }),
      },
    ];
  }
}

/** What an outline shows inside a node: its statements. */
export function partsOf(node: AstNode): readonly AstNode[] {
  return 'statements' in node && Array.isArray(node.statements) ? (node.statements as AstNode[]) : [];
}
