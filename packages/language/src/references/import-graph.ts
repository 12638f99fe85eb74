import { DocumentState, type LangiumDocument, type URI, UriUtils, WorkspaceCache } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Spec } from '../generated/ast.js';
import { type ImportTarget, importTarget, isInside } from './import-target.js';

/** Why a file that an import names is not part of the spec. */
export type ImportProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Which files a file can see: itself and, transitively, what it imports. */
export class ImportGraph {
  readonly #documents: LangiumSharedServices['workspace']['LangiumDocuments'];
  readonly #files: LangiumSharedServices['workspace']['FileSystemProvider'];
  readonly #closures: WorkspaceCache<string, readonly string[]>;
  readonly #roots: URI[] = [];
  readonly #problems = new Map<string, ImportProblem>();

  constructor(services: LangiumSharedServices) {
    this.#documents = services.workspace.LangiumDocuments;
    this.#files = services.workspace.FileSystemProvider;
    this.#closures = new WorkspaceCache(services, DocumentState.IndexedContent);
  }

  /** Allows imports of any file inside a folder; without it, a file sees its own folder and those below. */
  addRoot(folder: URI): void {
    this.#roots.push(folder);
  }

  /** Where an import of a file leads. */
  target(importer: URI, path: string | undefined): ImportTarget {
    const root = this.#roots.find((folder) => isInside(importer, folder)) ?? UriUtils.dirname(importer);
    return importTarget(importer, path, root);
  }

  /** Remembers why an import could not be followed; whoever reads the files knows. */
  recordProblem(importer: URI, path: string, problem: ImportProblem): void {
    this.#problems.set(`${importer.toString()} ${path}`, problem);
  }

  /** What is wrong with an import of a file, if anything. */
  problem(importer: URI, path: string | undefined): ImportProblem | undefined {
    const target = this.target(importer, path);
    if (target.kind === 'refused') return target;
    const recorded = this.#problems.get(`${importer.toString()} ${path}`);
    if (recorded !== undefined) return recorded;
    const known = this.#documents.hasDocument(target.uri) || this.#files.existsSync(target.uri);
    return known ? undefined : { kind: 'missing' };
  }

  /** Whether a file, or one it imports, has an import that could not be followed: names may then be missing. */
  isIncomplete(document: LangiumDocument): boolean {
    return [document.uri.toString(), ...this.imported(document)].some((uri) => {
      const seen = this.#find(uri);
      return (
        seen !== undefined && importsOf(seen).some(({ path }) => this.problem(seen.uri, path) !== undefined)
      );
    });
  }

  /** The URIs of the loaded files that a file imports, directly or not, nearest first; without the file itself. */
  imported(document: LangiumDocument): readonly string[] {
    const start = document.uri.toString();
    return this.#closures.get(start, () => {
      const seen = new Set([start]);
      const waiting = [document];
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        for (const { path } of importsOf(next)) {
          const target = this.target(next.uri, path);
          if (target.kind === 'refused' || seen.has(target.uri.toString())) continue;
          const found = this.#documents.getDocument(target.uri);
          if (found === undefined) continue;
          seen.add(target.uri.toString());
          waiting.push(found);
        }
      }
      seen.delete(start);
      return [...seen];
    });
  }

  #find(uri: string): LangiumDocument | undefined {
    return this.#documents.all.find((document) => document.uri.toString() === uri);
  }
}

/** The imports of a file, as far as they could be parsed. */
export function importsOf(document: LangiumDocument): Spec['imports'] {
  return (document.parseResult.value as Spec).imports ?? [];
}
