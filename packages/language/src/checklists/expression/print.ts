import type { Expression, PathPart } from '../../protocol/protocol.js';

const binding: { readonly [operator: string]: number } = { or: 1, and: 2, '+': 4, '-': 4, '*': 5, '/': 5 };
const comparison = 3;

/** An expression as it is written in a checklist; metrics by their names. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return `'${expression.value}'`;
    case 'boolean':
      return String(expression.value);
    case 'list':
      return `[${expression.items.map(expressionText).join(', ')}]`;
    case 'path':
      return partsText(expression.parts);
    case 'member':
      return `${expressionText(expression.receiver)}${memberText(expression.parts)}`;
    case 'binary': {
      const own = bindingOf(expression.operator);
      const { operator } = expression;
      return `${within(expression.left, own)} ${operator} ${within(expression.right, own + 1)}`;
    }
    case 'not':
      return `!${within(expression.operand, 6)}`;
    case 'negative':
      return `-${within(expression.operand, 6)}`;
    case 'conditional': {
      const { condition, whenTrue, whenFalse } = expression;
      return `${within(condition, 1)} ? ${expressionText(whenTrue)} : ${expressionText(whenFalse)}`;
    }
    case 'metric':
      return expression.of === 'champion' ? `champion ${expression.term.metric}` : expression.term.metric;
    case 'verdict':
      return `${expression.monitor} ${expression.verdict}`;
    case 'every':
      return `every ${expression.every.count} ${expression.every.unit}`;
  }
}

function bindingOf(operator: string): number {
  return binding[operator] ?? comparison;
}

function within(expression: Expression, outer: number): string {
  const text = expressionText(expression);
  const own =
    expression.kind === 'conditional' ? 0 : expression.kind === 'binary' ? bindingOf(expression.operator) : 7;
  return own < outer ? `(${text})` : text;
}

function partsText(parts: readonly PathPart[]): string {
  return memberText(parts).replace(/^\./, '');
}

function memberText(parts: readonly PathPart[]): string {
  return parts
    .map(({ name, call }) => {
      const given = call?.map(expressionText).join(', ');
      if (name === '[]') return `[${given ?? ''}]`;
      return `.${name}${given === undefined ? '' : `(${given})`}`;
    })
    .join('');
}
