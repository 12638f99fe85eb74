import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider } from 'langium/lsp';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from 'vscode-languageserver';
import type { VigilServices } from '../../services.js';

/** All places in one file that name the same declaration or column; where it is declared counts as writing. */
export class VigilHighlights implements DocumentHighlightProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  getDocumentHighlight(
    document: LangiumDocument,
    { position }: DocumentHighlightParams,
  ): DocumentHighlight[] | undefined {
    const { Navigator } = this.#services.navigation;
    const symbol = Navigator.at(document, position);
    if (symbol === undefined) return undefined;
    return Navigator.occurrences(symbol.meant, document).map(({ place, isDeclaration }) => ({
      range: place.range,
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }
}
