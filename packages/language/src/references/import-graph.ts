import { type AstNode, DocumentState, type LangiumDocument, URI, UriUtils, WorkspaceCache } from 'langium';
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
  readonly #closures: WorkspaceCache<string, readonly LangiumDocument[]>;
  readonly #incomplete: WorkspaceCache<string, boolean>;
  /** By tree: a file's imports lead to the same places until it is parsed again. */
  #targets = new WeakMap<AstNode, readonly string[]>();
  readonly #roots: URI[] = [];
  readonly #problems = new Map<string, ImportProblem>();
  readonly #unreadable = new Map<string, string>();

  constructor(services: LangiumSharedServices) {
    this.#documents = services.workspace.LangiumDocuments;
    this.#files = services.workspace.FileSystemProvider;
    this.#closures = new WorkspaceCache(services, DocumentState.IndexedContent);
    this.#incomplete = new WorkspaceCache(services, DocumentState.IndexedContent);
  }

  /** Allows imports of any file inside a folder; without it, a file sees its own folder and those below. */
  addRoot(folder: URI): void {
    this.#roots.push(folder);
    this.#targets = new WeakMap();
    this.#closures.clear();
    this.#incomplete.clear();
  }

  /** The folder whose files a file may name. */
  rootOf(importer: URI): URI {
    return this.#roots.find((folder) => isInside(importer, folder)) ?? UriUtils.dirname(importer);
  }

  /** Where an import of a file leads. */
  target(importer: URI, path: string | undefined): ImportTarget {
    return importTarget(importer, path, this.rootOf(importer));
  }

  /** Remembers why an import could not be followed; whoever reads the files knows. */
  recordProblem(importer: URI, path: string, problem: ImportProblem): void {
    this.#problems.set(`${importer.toString()} ${path}`, problem);
  }

  /** Remembers why a file cannot be read, or with undefined that it can: all imports of it are refused until then. */
  recordUnreadable(file: URI, reason: string | undefined): void {
    if (reason === undefined) this.#unreadable.delete(file.toString());
    else this.#unreadable.set(file.toString(), reason);
  }

  /** What is wrong with an import of a file, if anything. */
  problem(importer: URI, path: string | undefined): ImportProblem | undefined {
    const target = this.target(importer, path);
    if (target.kind === 'refused') return target;
    const reason = this.#unreadable.get(target.uri.toString());
    if (reason !== undefined) return { kind: 'refused', reason };
    if (this.#documents.hasDocument(target.uri)) return undefined;
    const recorded = this.#problems.get(`${importer.toString()} ${path}`);
    if (recorded !== undefined) return recorded;
    return this.#files.existsSync(target.uri) ? undefined : { kind: 'missing' };
  }

  /** Whether a file, or one it imports, has an import that could not be followed: names may then be missing. */
  isIncomplete(document: LangiumDocument): boolean {
    return this.#incomplete.get(document.uri.toString(), () =>
      [document, ...this.importedDocuments(document)].some((seen) =>
        importsOf(seen).some(({ path }) => this.problem(seen.uri, path) !== undefined),
      ),
    );
  }

  /** The URIs of the loaded files that a file imports, directly or not, nearest first; without the file itself. */
  imported(document: LangiumDocument): readonly string[] {
    return this.importedDocuments(document).map(({ uri }) => uri.toString());
  }

  /** The loaded files that a file imports, directly or not, nearest first; without the file itself. */
  importedDocuments(document: LangiumDocument): readonly LangiumDocument[] {
    const start = document.uri.toString();
    return this.#closures.get(start, () => {
      const seen = new Set([start]);
      const found: LangiumDocument[] = [];
      this.#follow(document, seen, found);
      for (let next = 0; next < found.length; next++) this.#follow(found[next]!, seen, found);
      return found;
    });
  }

  /**
   * Who imports whom, as it is now: tells the loaded files that import a file, directly or not. The file itself need
   * not be loaded; it is among its importers where files import each other.
   */
  importers(): (uri: string) => LangiumDocument[] {
    const direct = new Map<string, LangiumDocument[]>();
    for (const document of this.#documents.all) {
      for (const target of this.#targetsOf(document)) {
        const known = direct.get(target);
        if (known === undefined) direct.set(target, [document]);
        else known.push(document);
      }
    }
    return (uri) => {
      const found = new Set<LangiumDocument>();
      const waiting = [uri];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const importer of direct.get(next) ?? []) {
          if (found.has(importer)) continue;
          found.add(importer);
          waiting.push(importer.uri.toString());
        }
      }
      return [...found];
    };
  }

  #follow(importer: LangiumDocument, seen: Set<string>, found: LangiumDocument[]): void {
    for (const uri of this.#targetsOf(importer)) {
      if (seen.has(uri)) continue;
      const document = this.#documents.getDocument(URI.parse(uri));
      if (document === undefined) continue;
      seen.add(uri);
      found.push(document);
    }
  }

  /** Where the imports of a file lead, as far as they may be followed. */
  #targetsOf(document: LangiumDocument): readonly string[] {
    const root = document.parseResult.value;
    const known = this.#targets.get(root);
    if (known !== undefined) return known;
    const targets = importsOf(document).flatMap(({ path }) => {
      const target = this.target(document.uri, path);
      return target.kind === 'refused' ? [] : [target.uri.toString()];
    });
    this.#targets.set(root, targets);
    return targets;
  }
}

/** The imports of a file, as far as they could be parsed. */
export function importsOf(document: LangiumDocument): Spec['imports'] {
  return (document.parseResult.value as Spec).imports ?? [];
}
