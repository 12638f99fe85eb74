import type { LangiumDocument } from 'langium';
import type { DefinitionProvider } from 'langium/lsp';
import { type DefinitionParams, LocationLink } from 'vscode-languageserver';
import type { VigilServices } from '../../services.js';

const BEGINNING = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Leads from a name to where it is declared: of a column to the input or output, of an import to the file. */
export class VigilDefinitions implements DefinitionProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  getDefinition(document: LangiumDocument, { position }: DefinitionParams): LocationLink[] | undefined {
    const { Navigator } = this.#services.navigation;
    const symbol = Navigator.at(document, position);
    if (symbol === undefined) return undefined;
    const { meant, place } = symbol;
    if (meant.kind === 'file')
      return [LocationLink.create(meant.uri.toString(), BEGINNING, BEGINNING, place.range)];
    const target = Navigator.declaration(meant);
    if (target === undefined) return undefined;
    const whole = target.node.$cstNode?.range ?? target.place.range;
    return [LocationLink.create(target.document.uri.toString(), whole, target.place.range, place.range)];
  }
}
