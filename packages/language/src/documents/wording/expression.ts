import type { Expression, PathPart } from '../../protocol/protocol.js';
import type { SpecReader } from '../spec-reader.js';
import { termText } from './metric-term.js';
import { durationWords } from './quantity.js';

const operators: Readonly<Record<Extract<Expression, { kind: 'binary' }>['operator'], string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
  '==': 'equals',
  '!=': 'differs from',
  in: 'is one of',
  and: 'and',
  or: 'or',
};

/** How strongly an operator binds, so that brackets stand only where they are needed. */
const strength: Readonly<Record<string, number>> = { or: 1, and: 2, '+': 4, '-': 4, '*': 5, '/': 5 };
const comparison = 3;

/** A condition in words: "Area under the ROC curve is at least that of the model in use − 0.01". */
export function expressionWords(expression: Expression, reader: SpecReader): string {
  const within = (inner: Expression, outer: number): string => {
    const text = expressionWords(inner, reader);
    return inner.kind === 'binary' && strengthOf(inner.operator) < outer ? `(${text})` : text;
  };
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return `“${expression.value}”`;
    case 'boolean':
      return expression.value ? 'yes' : 'no';
    case 'list':
      return expression.items.map((item) => expressionWords(item, reader)).join(', ');
    case 'path':
      return pathWords(expression.parts, reader);
    case 'member':
      return `${expressionWords(expression.receiver, reader)}.${pathWords(expression.parts, reader)}`;
    case 'binary': {
      const own = strengthOf(expression.operator);
      // What is subtracted or divided by needs brackets at equal strength.
      const right = expression.operator === '-' || expression.operator === '/' ? own + 1 : own;
      if (expression.left.kind === 'metric' && own === comparison)
        return `${within(expression.left, own)} ${operators[expression.operator]} ${againstWords(expression.right, expression.left, reader, within)}`;
      return `${within(expression.left, own)} ${operators[expression.operator]} ${within(expression.right, right)}`;
    }
    case 'not':
      return `not ${within(expression.operand, comparison)}`;
    case 'negative':
      return `−${within(expression.operand, 6)}`;
    case 'conditional':
      return `${expressionWords(expression.whenTrue, reader)} if ${expressionWords(expression.condition, reader)}, else ${expressionWords(expression.whenFalse, reader)}`;
    case 'metric': {
      const groups = expression.term.by.map((cross) => cross.join(' × ')).join(', ');
      const term = `${termText(expression.term, expression.term.at, reader)}${groups === '' ? '' : ` (${groups})`}`;
      return expression.of === 'champion' ? `${term} of the model in use` : term;
    }
    case 'verdict':
      return `monitor ${expression.monitor} ${expression.verdict}`;
    case 'every':
      return `every ${durationWords(expression.every)}`;
  }
}

/** What a metric is compared with: the same metric of the model in use is not named again. */
function againstWords(
  right: Expression,
  left: Extract<Expression, { kind: 'metric' }>,
  reader: SpecReader,
  within: (inner: Expression, outer: number) => string,
): string {
  const same = (side: Expression) =>
    side.kind === 'metric' &&
    side.of === 'champion' &&
    side.term.metric === left.term.metric &&
    termText(side.term, side.term.at, reader) === termText(left.term, left.term.at, reader);
  if (same(right)) return 'that of the model in use';
  if (right.kind === 'binary' && (right.operator === '-' || right.operator === '+') && same(right.left))
    return `that of the model in use ${operators[right.operator]} ${within(right.right, strengthOf(right.operator) + 1)}`;
  return within(right, comparison);
}

function pathWords(parts: readonly PathPart[], reader: SpecReader): string {
  return parts
    .map(({ name, call }) =>
      call === null
        ? name
        : `${name}(${call.map((argument) => expressionWords(argument, reader)).join(', ')})`,
    )
    .join('.');
}

function strengthOf(operator: string): number {
  return strength[operator] ?? comparison;
}
