import { durationWords } from '../../documents/wording/quantity.js';
import type { Expression, PathPart } from '../../protocol/protocol.js';
import { termWords } from '../comparing/term.js';

/** An expression as it is written in a spec, on one line. */
export function expressionWords(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'list':
      return `[${expression.items.map(expressionWords).join(', ')}]`;
    case 'path':
      return parts(expression.parts);
    case 'member':
      return `${operand(expression.receiver)}${expression.parts[0]?.name === '[]' ? '' : '.'}${parts(expression.parts)}`;
    case 'binary':
      return `${side(expression.left, expression.operator)} ${expression.operator} ${side(expression.right, expression.operator)}`;
    case 'not':
      return `not ${operand(expression.operand)}`;
    case 'negative':
      return `-${operand(expression.operand)}`;
    case 'conditional':
      return [
        `${operand(expression.condition)} ?`,
        `${operand(expression.whenTrue)} : ${operand(expression.whenFalse)}`,
      ].join(' ');
    case 'metric':
      return expression.of === 'champion'
        ? `champion ${termWords(expression.term)}`
        : termWords(expression.term);
    case 'verdict':
      return `${expression.monitor} ${expression.verdict}`;
    case 'every':
      return `every ${durationWords(expression.every)}`;
  }
}

function parts(path: readonly PathPart[]): string {
  return path
    .map(({ name, call }, index) => {
      const given = call === null ? '' : call.map(expressionWords).join(', ');
      if (name === '[]') return `[${given}]`;
      return `${index === 0 ? '' : '.'}${name}${call === null ? '' : `(${given})`}`;
    })
    .join('');
}

/** Chains of one `and` or `or` need no brackets, and sums in a comparison none either. */
function side(expression: Expression, operator: string): string {
  if (expression.kind !== 'binary') return expressionWords(expression);
  const own = strength(expression.operator);
  return own > strength(operator) || (expression.operator === operator && own <= 2)
    ? expressionWords(expression)
    : `(${expressionWords(expression)})`;
}

function operand(expression: Expression): string {
  const needsBrackets = ['binary', 'conditional', 'not', 'negative'].includes(expression.kind);
  return needsBrackets ? `(${expressionWords(expression)})` : expressionWords(expression);
}

function strength(operator: string): number {
  const order = [['or'], ['and'], ['<', '<=', '>', '>=', '==', '!=', 'in'], ['+', '-'], ['*', '/']];
  return order.findIndex((operators) => operators.includes(operator)) + 1;
}
