import { type AstNode, Cancellation, interruptAndCheck, type LangiumDocument } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import {
  isArm,
  isDeclaration,
  isDimension,
  isEndpoint,
  isFeature,
  isItem,
  isModification,
  type Spec,
} from '../../generated/ast.js';
import { partsOf } from './document-symbol-provider.js';
import { outlineName } from './outline-entry.js';

/** Finds declarations by name in all files, and what they hold that has a name: features, subgroups, endpoints, items. */
export class VigilWorkspaceSymbols implements WorkspaceSymbolProvider {
  readonly #services: LangiumSharedServices;

  constructor(services: LangiumSharedServices) {
    this.#services = services;
  }

  async getSymbols(
    { query }: WorkspaceSymbolParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<WorkspaceSymbol[]> {
    const documents = this.#services.workspace.LangiumDocuments.all.toArray();
    const sorted = documents.sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
    const found: WorkspaceSymbol[] = [];
    for (const document of sorted) {
      await interruptAndCheck(cancelToken);
      for (const declaration of (document.parseResult.value as Partial<Spec>).declarations ?? []) {
        const named = [declaration, ...partsOf(declaration).filter(hasOwnName)];
        found.push(...named.flatMap((node) => this.#symbol(node, query.toLowerCase(), document)));
      }
    }
    return found;
  }

  #symbol(node: AstNode, query: string, document: LangiumDocument): WorkspaceSymbol[] {
    const { FuzzyMatcher, NodeKindProvider } = this.#services.lsp;
    const entry = outlineName(node);
    if (entry === undefined || !FuzzyMatcher.match(query, entry.name)) return [];
    const holder = isDeclaration(node) ? undefined : node.$container;
    const containerName = holder && outlineName(holder)?.name;
    const location = { uri: document.uri.toString(), range: entry.place.range };
    const kind = NodeKindProvider.getSymbolKind(node);
    return [{ name: entry.name, kind, location, ...(containerName !== undefined && { containerName }) }];
  }
}

function hasOwnName(node: AstNode): boolean {
  return [isFeature, isDimension, isEndpoint, isArm, isModification, isItem].some((is) => is(node));
}
