import {
  AstUtils,
  type LangiumCoreServices,
  MultiMapScope,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
} from 'langium';
import { Endpoint, isEndpoint, isTrial } from '../generated/ast.js';
import { type DeclaredNameIndex, declaredNames } from './declared-names.js';
import type { ImportGraph } from './import-graph.js';
import { VisibleScope } from './visible-scope.js';

/**
 * Which names a reference can mean: declarations of the wanted type in the same file and in the files it imports,
 * directly or not. A name in the file itself hides the same name in an import. Endpoints are known inside their
 * trial only.
 */
export class VigilScopeProvider implements ScopeProvider {
  readonly #reflection: LangiumCoreServices['shared']['AstReflection'];
  readonly #index: DeclaredNameIndex;
  readonly #descriptions: LangiumCoreServices['workspace']['AstNodeDescriptionProvider'];
  readonly #imports: ImportGraph;

  constructor(services: LangiumCoreServices, imports: ImportGraph) {
    this.#reflection = services.shared.AstReflection;
    this.#index = declaredNames(services.shared.workspace.IndexManager);
    this.#descriptions = services.workspace.AstNodeDescriptionProvider;
    this.#imports = imports;
  }

  getScope(context: ReferenceInfo): Scope {
    const type = this.#reflection.getReferenceType(context);
    if (type === Endpoint.$type) return this.#endpoints(context);
    const document = AstUtils.getDocument(context.container);
    const files = [document.uri.toString(), ...this.#imports.imported(document)];
    return new VisibleScope(files, (uri) => this.#index.declared(uri, type));
  }

  #endpoints(context: ReferenceInfo): Scope {
    const trial = AstUtils.getContainerOfType(context.container, isTrial);
    const endpoints = (trial?.statements ?? []).filter(isEndpoint).filter(({ name }) => name !== undefined);
    return new MultiMapScope(
      endpoints.map((endpoint) => this.#descriptions.createDescription(endpoint, endpoint.name)),
    );
  }
}
