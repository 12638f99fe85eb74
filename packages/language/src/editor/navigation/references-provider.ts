import type { LangiumDocument } from 'langium';
import type { ReferencesProvider } from 'langium/lsp';
import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { VigilServices } from '../../services.js';

/** All places in the workspace that name the same declaration, column or file. */
export class VigilReferences implements ReferencesProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  findReferences(document: LangiumDocument, { position, context }: ReferenceParams): Location[] {
    const { Navigator } = this.#services.navigation;
    const symbol = Navigator.at(document, position);
    if (symbol === undefined) return [];
    return Navigator.occurrences(symbol.meant)
      .filter(({ isDeclaration }) => context.includeDeclaration || !isDeclaration)
      .map((each) => ({ uri: each.document.uri.toString(), range: each.place.range }));
  }
}
