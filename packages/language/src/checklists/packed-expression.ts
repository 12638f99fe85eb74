import type { Expression, PathPart } from '../protocol/protocol.js';

/**
 * An expression in little space: texts, numbers and truth values stand for themselves, everything else is a list that
 * begins with its operator, or with the sign of its kind.
 */
export type PackedExpression = string | number | boolean | readonly unknown[];

type PackedPart = string | readonly [name: string, ...call: PackedExpression[]];

export function packExpression(expression: Expression): PackedExpression {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return expression.value;
    case 'list':
      return ['[]', ...expression.items.map(packExpression)];
    case 'path':
      return ['.', ...expression.parts.map(packPart)];
    case 'member':
      return ['of', packExpression(expression.receiver), ...expression.parts.map(packPart)];
    case 'binary':
      return [expression.operator, packExpression(expression.left), packExpression(expression.right)];
    case 'not':
      return ['!', packExpression(expression.operand)];
    case 'negative':
      return ['neg', packExpression(expression.operand)];
    case 'conditional': {
      const { condition, whenTrue, whenFalse } = expression;
      return ['?', packExpression(condition), packExpression(whenTrue), packExpression(whenFalse)];
    }
    case 'metric':
    case 'verdict':
    case 'every':
      return ['as', expression];
  }
}

/** @throws TypeError when what is given was not made by `packExpression` */
export function unpackExpression(packed: PackedExpression): Expression {
  if (typeof packed === 'string') return { kind: 'text', value: packed };
  if (typeof packed === 'number') return { kind: 'number', value: packed };
  if (typeof packed === 'boolean') return { kind: 'boolean', value: packed };
  const [sign, ...members] = packed;
  const operands = () => members.map((member) => unpackExpression(member as PackedExpression));
  switch (sign) {
    case '[]':
      return { kind: 'list', items: operands() };
    case '.':
      return { kind: 'path', parts: members.map(unpackPart) };
    case 'of': {
      const [receiver, ...parts] = members;
      return {
        kind: 'member',
        receiver: unpackExpression(receiver as PackedExpression),
        parts: parts.map(unpackPart),
      };
    }
    case '!':
      return { kind: 'not', operand: operands()[0]! };
    case 'neg':
      return { kind: 'negative', operand: operands()[0]! };
    case '?': {
      const [condition, whenTrue, whenFalse] = operands();
      return { kind: 'conditional', condition: condition!, whenTrue: whenTrue!, whenFalse: whenFalse! };
    }
    case 'as':
      return members[0] as Expression;
    default: {
      if (typeof sign !== 'string' || members.length !== 2) throw new TypeError('not a packed expression');
      const [left, right] = operands();
      return {
        kind: 'binary',
        operator: sign as Extract<Expression, { kind: 'binary' }>['operator'],
        left: left!,
        right: right!,
      };
    }
  }
}

function packPart({ name, call }: PathPart): PackedPart {
  return call === null ? name : [name, ...call.map(packExpression)];
}

function unpackPart(packed: unknown): PathPart {
  if (typeof packed === 'string') return { name: packed, call: null };
  const [name, ...call] = packed as readonly [string, ...PackedExpression[]];
  return { name, call: call.map(unpackExpression) };
}
