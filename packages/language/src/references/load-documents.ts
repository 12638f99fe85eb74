import type { LangiumDocument, URI } from 'langium';
import type { Spec } from '../generated/ast.js';
import type { VigilServices } from '../services.js';
import { type ImportProblem, importsOf } from './import-graph.js';
import { UnreadableFile } from './unreadable-file.js';

/** A file may import a file that imports a file … this many times. */
export const DEEPEST_IMPORT = 20;

/**
 * Reads and parses a file and all files it imports, each once, nearest first. An import that cannot be followed is
 * recorded in the import graph, where the check of imports finds it.
 *
 * @throws what the file system throws for the first file
 */
export async function loadDocuments(entry: URI, services: VigilServices): Promise<LangiumDocument<Spec>[]> {
  const { LangiumDocuments } = services.shared.workspace;
  const { ImportGraph } = services.references;
  const loaded: LangiumDocument<Spec>[] = [await document(entry, services)];
  const depths = new Map([[entry.toString(), 0]]);
  for (const importer of loaded) {
    const depth = (depths.get(importer.uri.toString()) ?? 0) + 1;
    for (const { path } of importsOf(importer)) {
      const target = ImportGraph.target(importer.uri, path);
      if (target.kind === 'refused' || depths.has(target.uri.toString())) continue;
      const outcome = await tryDocument(target.uri, depth, services);
      if ('kind' in outcome) {
        ImportGraph.recordProblem(importer.uri, path, outcome);
      } else {
        depths.set(target.uri.toString(), depth);
        loaded.push(outcome);
      }
    }
  }
  for (const each of loaded) if (!LangiumDocuments.hasDocument(each.uri)) LangiumDocuments.addDocument(each);
  return loaded;
}

async function tryDocument(
  uri: URI,
  depth: number,
  services: VigilServices,
): Promise<LangiumDocument<Spec> | ImportProblem> {
  if (depth > DEEPEST_IMPORT) {
    return { kind: 'refused', reason: `files import each other more than ${DEEPEST_IMPORT} deep` };
  }
  try {
    return await document(uri, services);
  } catch (error) {
    return readingProblem(error);
  }
}

async function document(uri: URI, services: VigilServices): Promise<LangiumDocument<Spec>> {
  const { LangiumDocuments, LangiumDocumentFactory } = services.shared.workspace;
  const known = LangiumDocuments.getDocument(uri) ?? (await LangiumDocumentFactory.fromUri(uri));
  return known as LangiumDocument<Spec>;
}

/** Why a file could not be read, for people. */
export function readingProblem(error: unknown): ImportProblem {
  if (error instanceof UnreadableFile) return { kind: 'refused', reason: `it ${error.message}` };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'refused', reason: 'it may not be read' };
  return { kind: 'refused', reason: 'it cannot be read' };
}
