import type { Expression, PathPart } from '../protocol/protocol.js';

const filling = ['present', 'has'];

/**
 * Whether a condition only proves that facts are filled: it is made of `present` and `has`, of counts that are not
 * nothing, and of what joins them.
 */
export function isPresenceOnly(expression: Expression): boolean {
  switch (expression.kind) {
    case 'boolean':
      return true;
    case 'path':
      return isFilled(expression.parts);
    case 'member':
      return isFilled(expression.parts);
    case 'binary':
      if (expression.operator === 'and' || expression.operator === 'or')
        return isPresenceOnly(expression.left) && isPresenceOnly(expression.right);
      return isCount(expression);
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse].every(isPresenceOnly);
    default:
      return false;
  }
}

/** `present(…)`, `things.all(x, present(x.field))` */
function isFilled(parts: readonly PathPart[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (parts.length === 1) return first?.call != null && filling.includes(first.name);
  if (last === undefined || last.call === null || !['all', 'exists'].includes(last.name)) return false;
  if (parts.slice(0, -1).some(({ call }) => call !== null)) return false;
  const body = last.call[1];
  return body !== undefined && isPresenceOnly(body);
}

/** `things.size() > 0` */
function isCount({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): boolean {
  const counts = left.kind === 'path' && left.parts.at(-1)?.name === 'size';
  if (!counts || right.kind !== 'number') return false;
  return (operator === '>' && right.value === 0) || (operator === '>=' && right.value === 1);
}
