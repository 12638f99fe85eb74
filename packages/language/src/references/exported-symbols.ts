import {
  type AstNode,
  type AstNodeDescription,
  DefaultScopeComputation,
  type LangiumDocument,
  type LocalSymbols,
  MultiMap,
} from 'langium';
import { isDimension, isSubgroups, isWaiver, type Spec } from '../generated/ast.js';

/**
 * What a file offers to itself and to the files that import it: its declarations and its subgroups. A subgroup is
 * found as `sex` and as `Demographics.sex`, for where two blocks use the same name.
 */
export class VigilScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const spec = document.parseResult.value as Spec;
    return (spec.declarations ?? []).flatMap((declaration) => {
      if (isWaiver(declaration)) return [];
      const own = this.#describe(declaration, declaration.name, document);
      if (!isSubgroups(declaration)) return own;
      const dimensions = declaration.statements
        .filter(isDimension)
        .flatMap((dimension) => [
          ...this.#describe(dimension, dimension.name, document),
          ...this.#describe(dimension, `${declaration.name}.${dimension.name}`, document),
        ]);
      return [...own, ...dimensions];
    });
  }

  /** Nothing is local: what a trial alone can see is read from the trial itself. */
  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return new MultiMap<AstNode, AstNodeDescription>();
  }

  #describe(node: AstNode, name: string | undefined, document: LangiumDocument): AstNodeDescription[] {
    return name ? [this.descriptions.createDescription(node, name, document)] : [];
  }
}
