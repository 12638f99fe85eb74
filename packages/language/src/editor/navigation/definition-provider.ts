import { type LangiumDocument, UriUtils } from 'langium';
import type { DefinitionProvider } from 'langium/lsp';
import { type DefinitionParams, LocationLink, type Range } from 'vscode-languageserver';
import { placeInLibrary } from '../../checklists/packs.js';
import type { VigilServices } from '../../services.js';
import type { Meant } from './meant.js';

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
    if (meant.kind === 'shipped') return this.#inLibrary(meant, place.range);
    const target = Navigator.declaration(meant);
    if (target === undefined) return undefined;
    const whole = target.node.$cstNode?.range ?? target.place.range;
    return [LocationLink.create(target.document.uri.toString(), whole, target.place.range, place.range)];
  }

  /** A checklist that ships with Vigil, or an item of it, in the file of the library; none where there are no files. */
  #inLibrary({ pack, item }: Extract<Meant, { kind: 'shipped' }>, origin: Range): LocationLink[] | undefined {
    const found = placeInLibrary(pack, item);
    const folder = this.#services.data.Library;
    if (found === undefined || folder === undefined) return undefined;
    const line = found.line - 1;
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    return [LocationLink.create(UriUtils.joinPath(folder, found.file).toString(), range, range, origin)];
  }
}
