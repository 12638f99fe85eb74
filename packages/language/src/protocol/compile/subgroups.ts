import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { SubgroupRule, Subgroups } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

/** Smallest group that is judged where the declaration does not say. */
export const defaultMinimumSize = 50;

export function compileSubgroups(subgroups: ast.Subgroups, context: CompileContext): Part<Subgroups> {
  const { statements } = subgroups;
  const facts = compileFacts(statements, 'subgroups', context);
  const minimumSize = statementsOf(statements, 'MinimumSize').map((size) => part(size, size.size))[0] ?? null;
  const dimensions = statementsOf(statements, 'Dimension')
    .map((dimension) =>
      part(dimension, { name: dimension.name, column: dimension.column, rule: compileRule(dimension) }),
    )
    .sort(({ value: a }, { value: b }) => (a.name < b.name ? -1 : 1));
  return part(
    subgroups,
    {
      name: subgroups.name,
      title: subgroups.title ?? null,
      facts: facts.value,
      minimumSize: minimumSize?.value ?? defaultMinimumSize,
      dimensions: values(dimensions),
    },
    { facts, minimumSize, dimensions },
  );
}

function compileRule({ values: listed, cuts }: ast.Dimension): SubgroupRule {
  if (cuts.length > 0) return { kind: 'cut', cuts: cuts.map(quantityValue) };
  return { kind: 'values', values: listed.length > 0 ? listed : null };
}
