/** The statements of one kind, in the order they were written. */
export function statementsOf<Node extends { readonly $type: string }, const Type extends Node['$type']>(
  statements: readonly Node[],
  type: Type,
): readonly Extract<Node, { readonly $type: Type }>[] {
  return statements.filter(
    (statement): statement is Extract<Node, { readonly $type: Type }> => statement.$type === type,
  );
}
