import type { LangiumDocument } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import type {
  Range,
  RenameParams,
  TextDocumentPositionParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { VigilServices } from '../../../services.js';
import type { Meant } from '../meant.js';
import { refuseClash } from './clashes.js';
import { refuseColumnClash } from './column-clashes.js';
import { nameTyped, writtenAt } from './new-name.js';
import { type Replacement, refuseMisread } from './reads-the-same.js';
import { refuse } from './refusal.js';
import { refuseUnread } from './unread-text.js';

/**
 * Renames declarations, their named parts and columns in all files. What would change the meaning of a spec is
 * refused with a sentence that says why.
 */
export class VigilRename implements RenameProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  /** The name under the cursor, without its backticks; undefined where nothing can be renamed. */
  prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range | undefined {
    const symbol = this.#services.navigation.Navigator.at(document, position);
    if (symbol === undefined || nameOf(symbol.meant) === undefined) return undefined;
    const { range, text } = symbol.place;
    if (!text.startsWith('`')) return range;
    const start = { ...range.start, character: range.start.character + 1 };
    return { start, end: { ...range.end, character: range.end.character - 1 } };
  }

  /** @throws ResponseError for a bad or clashing name, and where a rename would change what a spec means */
  async rename(
    document: LangiumDocument,
    { position, newName }: RenameParams,
  ): Promise<WorkspaceEdit | undefined> {
    const { Navigator } = this.#services.navigation;
    const meant = Navigator.at(document, position)?.meant;
    const before = meant && nameOf(meant);
    if (meant === undefined || before === undefined)
      return refuse('Nothing that can be renamed stands here.');
    const after = nameTyped(newName, meant);
    if (after === before) return { changes: {} };
    const occurrences = Navigator.occurrences(meant);
    refuseUnread(before, occurrences, Navigator, document);
    if (meant.kind === 'declared') refuseClash(meant.node, after, occurrences, Navigator, document);
    if (meant.kind === 'column')
      await refuseColumnClash(meant.use, after, Navigator, this.#services.data.DeclaredData, document);
    const byFile = new Map<LangiumDocument, Replacement[]>();
    for (const occurrence of occurrences) {
      const replacement = { occurrence, text: writtenAt(occurrence, after, meant) };
      const known = byFile.get(occurrence.document);
      if (known === undefined) byFile.set(occurrence.document, [replacement]);
      else known.push(replacement);
    }
    const changes: Record<string, TextEdit[]> = {};
    for (const [file, replacements] of byFile) {
      refuseMisread(file, replacements, this.#services.parser.LangiumParser, document);
      changes[file.uri.toString()] = replacements.map(({ occurrence, text }) => ({
        range: occurrence.place.range,
        newText: text,
      }));
    }
    return { changes };
  }
}

/** The present name of what can be renamed. */
function nameOf(meant: Meant): string | undefined {
  if (meant.kind === 'column') return meant.use.column;
  return meant.kind === 'declared' ? meant.node.name : undefined;
}
