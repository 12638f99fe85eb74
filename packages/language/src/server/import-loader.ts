import { DocumentState, type LangiumDocument, type URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { importsOf } from '../references/import-graph.js';
import { DEEPEST_IMPORT } from '../references/load-documents.js';
import type { VigilServices } from '../services.js';

/**
 * Loads files that specs import and that lie outside the workspace, or in none, as when a single file is opened.
 * The files that import them are linked again once they are there.
 */
export function loadImports(shared: LangiumSharedServices, services: VigilServices): void {
  const { DocumentBuilder, LangiumDocuments, FileSystemProvider, WorkspaceLock } = shared.workspace;
  const { ImportGraph } = services.references;
  /** How many imports lead to a file that was loaded for an import. */
  const depths = new Map<string, number>();
  const missingIn = (document: LangiumDocument): URI[] => {
    const depth = depths.get(document.uri.toString()) ?? 0;
    if (depth >= DEEPEST_IMPORT) return [];
    return importsOf(document).flatMap(({ path }) => {
      const target = ImportGraph.target(document.uri, path);
      if (target.kind === 'refused' || LangiumDocuments.hasDocument(target.uri)) return [];
      if (!FileSystemProvider.existsSync(target.uri)) return [];
      depths.set(target.uri.toString(), depth + 1);
      return [target.uri];
    });
  };
  DocumentBuilder.onBuildPhase(DocumentState.Parsed, (documents) => {
    const wanted = documents.flatMap(missingIn);
    if (wanted.length === 0) return;
    // After this build: the lock gives the next turn to whoever asks now.
    void WorkspaceLock.write((token) => DocumentBuilder.update(wanted, [], token));
  });
}
