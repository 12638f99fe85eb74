import {
  AstUtils,
  DocumentState,
  EMPTY_SCOPE,
  type LangiumCoreServices,
  type LangiumDocument,
  MultiMapScope,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
  WorkspaceCache,
} from 'langium';
import { Endpoint, isEndpoint, isTrial } from '../generated/ast.js';
import type { ImportGraph } from './import-graph.js';

/**
 * Which names a reference can mean: declarations of the wanted type in the same file and in the files it imports,
 * directly or not. A name in the file itself hides the same name in an import. Endpoints are known inside their
 * trial only.
 */
export class VigilScopeProvider implements ScopeProvider {
  readonly #reflection: LangiumCoreServices['shared']['AstReflection'];
  readonly #index: LangiumCoreServices['shared']['workspace']['IndexManager'];
  readonly #descriptions: LangiumCoreServices['workspace']['AstNodeDescriptionProvider'];
  readonly #imports: ImportGraph;
  readonly #scopes: WorkspaceCache<string, Scope>;

  constructor(services: LangiumCoreServices, imports: ImportGraph) {
    this.#reflection = services.shared.AstReflection;
    this.#index = services.shared.workspace.IndexManager;
    this.#descriptions = services.workspace.AstNodeDescriptionProvider;
    this.#imports = imports;
    this.#scopes = new WorkspaceCache(services.shared, DocumentState.IndexedContent);
  }

  getScope(context: ReferenceInfo): Scope {
    const type = this.#reflection.getReferenceType(context);
    if (type === Endpoint.$type) return this.#endpoints(context);
    const document = AstUtils.getDocument(context.container);
    return this.#scopes.get(`${type} ${document.uri.toString()}`, () => this.#visible(type, document));
  }

  #visible(type: string, document: LangiumDocument): Scope {
    // Nearest file outermost in the loop's order: each scope answers before the one behind it.
    const files = [document.uri.toString(), ...this.#imports.imported(document)];
    return files.reduceRight<Scope>(
      (outer, uri) => new MultiMapScope(this.#index.allElements(type, new Set([uri])), outer),
      EMPTY_SCOPE,
    );
  }

  #endpoints(context: ReferenceInfo): Scope {
    const trial = AstUtils.getContainerOfType(context.container, isTrial);
    const endpoints = (trial?.statements ?? []).filter(isEndpoint).filter(({ name }) => name !== undefined);
    return new MultiMapScope(
      endpoints.map((endpoint) => this.#descriptions.createDescription(endpoint, endpoint.name)),
    );
  }
}
