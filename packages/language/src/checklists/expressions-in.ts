import type { Expression, PathPart } from '../protocol/protocol.js';

/** An expression and all it is made of. */
export function* expressionsIn(expression: Expression): Iterable<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* expressionsIn(part);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'path':
      return expression.parts.flatMap(argumentsOf);
    case 'member':
      return [expression.receiver, ...expression.parts.flatMap(argumentsOf)];
    case 'binary':
      return [expression.left, expression.right];
    case 'not':
    case 'negative':
      return [expression.operand];
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    default:
      return [];
  }
}

function argumentsOf({ call }: PathPart): readonly Expression[] {
  return call ?? [];
}
