import type { Expression } from '../../protocol/protocol.js';
import type { Value } from '../model/value.js';
import { all, type Cause, notKnown, some, type Truth, truthOf } from '../truth.js';
import { equals, measure } from './equality.js';
import { missing } from './presence.js';
import { expressionText } from './print.js';
import type { Scope } from './scope.js';
import { shown } from './shown.js';

type Binary = Extract<Expression, { kind: 'binary' }>;

/** Why a value decides nothing: it is not written, or only a record can tell. */
export function unknowing(value: Value): Truth | undefined {
  if (value.kind === 'absent') return notKnown(missing(value));
  if (value.kind === 'open') return notKnown({ kind: 'record', concept: '', at: '', text: value.reason });
  return value.kind === 'truth' && value.truth.value === undefined ? value.truth : undefined;
}

/**
 * `left operator right`. What is said of several things must hold for each of them; to see which items apply, one is
 * enough.
 */
export function compared(expression: Binary, left: Value, right: Value, scope: Scope): Truth {
  const both = scope.inferring ? some : all;
  if (left.kind === 'list' && left.each)
    return both(left.items.map((item) => compared(expression, item, right, scope)));
  if (right.kind === 'list' && right.each && expression.operator !== 'in')
    return both(right.items.map((item) => compared(expression, left, item, scope)));
  const unknown = [left, right].map(unknowing).filter((truth) => truth !== undefined);
  if (unknown.length > 0) return notKnown(...unknown.flatMap(({ causes }) => causes));
  const cause = (): Cause => reasonOf(expression, left, right);
  switch (expression.operator) {
    case '==':
      return truthOf(equals(left, right, scope.graph), cause);
    case '!=':
      return truthOf(!equals(left, right, scope.graph), cause);
    case 'in':
      return truthOf(isIn(left, right, scope), cause);
    default:
      return ordered(expression, left, right, scope) ?? notKnown(cause());
  }
}

/** Whether all of the left is among the right: items of a list, members of a record, inputs of a model. */
function isIn(left: Value, right: Value, scope: Scope): boolean {
  if (left.kind === 'list')
    return left.items.length > 0 && left.items.every((item) => isIn(item, right, scope));
  if (right.kind === 'list') return right.items.some((item) => isIn(left, item, scope));
  if (right.kind === 'record' && left.kind === 'text') return Object.hasOwn(right.members, left.text);
  if (right.kind === 'entity' && left.kind === 'entity' && left.entity.concept === 'feature') {
    const model = scope.graph.read(left.entity, 'model');
    if (model.kind === 'entity' && model.entity === right.entity) return true;
  }
  return equals(left, right, scope.graph);
}

function ordered({ operator }: Binary, left: Value, right: Value, scope: Scope): Truth | undefined {
  const [a, b] = [amount(left, scope), amount(right, scope)];
  if (a === undefined || b === undefined || typeof a !== typeof b) return undefined;
  const cause = (): Cause => ({
    kind: a === 0 && left.origin?.at === '' ? 'missing' : 'wrong',
    concept: left.origin?.concept ?? right.origin?.concept ?? '',
    at: left.origin?.at ?? right.origin?.at ?? '',
    text: `${left.origin?.concept ?? shown(left)} is ${shown(left)}; it must be ${operator} ${shown(right)}`,
  });
  switch (operator) {
    case '<':
      return truthOf(a < b, cause);
    case '<=':
      return truthOf(a <= b, cause);
    case '>':
      return truthOf(a > b, cause);
    case '>=':
      return truthOf(a >= b, cause);
    default:
      return undefined;
  }
}

/** What has an order; a retention policy counts by its period, a fact written once by its value. */
function amount(value: Value, scope: Scope): number | string | undefined {
  const [only] = value.kind === 'list' ? value.items : [];
  if (value.kind === 'list')
    return only !== undefined && value.items.length === 1 ? amount(only, scope) : undefined;
  if (value.kind === 'entity' && value.entity.concept === 'retentionPolicy')
    return measure(scope.graph.read(value.entity, 'period'));
  return measure(value);
}

function reasonOf(expression: Binary, left: Value, right: Value): Cause {
  const { operator } = expression;
  const first = left.origin ?? right.origin;
  const about = operator === 'in' && right.origin !== undefined ? right.origin : first;
  return {
    kind: 'wrong',
    concept: about?.concept ?? '',
    at: about?.at ?? '',
    text: sentence(expression, left, right),
  };
}

function sentence({ operator, left: written, right: asked }: Binary, left: Value, right: Value): string {
  const name = left.origin?.concept ?? expressionText(written);
  switch (operator) {
    case '==':
      return `${name} is ${shown(left)}, not ${shown(right)}`;
    case '!=':
      return `${name} is ${shown(left)}`;
    case 'in':
      return right.origin === undefined
        ? `${name} is ${shown(left)}, not one of ${shown(right)}`
        : `${shown(left)} is not in ${right.origin.concept}`;
    default:
      return `${name} is ${shown(left)}, which cannot be compared with ${expressionText(asked)}`;
  }
}
