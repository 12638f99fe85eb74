import { type AstNode, AstUtils } from 'langium';
import { kindOf } from '../../checks/declaration-kind.js';
import type { Spec } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';

/** Names of the declarations of these kinds that a node can see, those of its own file first. */
export function visibleNames(node: AstNode, kinds: readonly string[], services: VigilServices): string[] {
  const own = AstUtils.getDocument(node);
  const imported = new Set(services.references.ImportGraph.imported(own));
  const others = services.shared.workspace.LangiumDocuments.all.filter(({ uri }) =>
    imported.has(uri.toString()),
  );
  return [own, ...others].flatMap(({ parseResult }) =>
    ((parseResult.value as Partial<Spec>).declarations ?? []).flatMap((declaration) =>
      kinds.includes(kindOf(declaration)) && 'name' in declaration && declaration.name !== undefined
        ? [declaration.name]
        : [],
    ),
  );
}
