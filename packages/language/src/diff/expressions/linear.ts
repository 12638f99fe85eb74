import { canonicalJson } from '../../protocol/canonical-json.js';
import type { Comparison, Expression } from '../../protocol/protocol.js';
import { termKey } from '../comparing/term.js';
import { meaningOf } from './meaning.js';

/** A sum of things that are not known here, each with a factor, and a number. */
interface Sum {
  readonly factors: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** `sum operator 0`, with the sum's factors scaled so that the first one is 1. */
export interface LinearComparison {
  /** The sum without its number: equal for comparisons of the same things. */
  readonly of: string;
  readonly operator: Comparison;
  /** What the sum without its number is compared with. */
  readonly bound: number;
}

const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==' } as const;

/**
 * Brings a comparison into a form in which only a number tells two of them apart, so that
 * `auroc >= champion auroc - 0.01` and `auroc >= champion auroc - 0.02` can be compared.
 *
 * @returns null where it is no comparison of sums
 */
export function linearComparison(expression: Expression): LinearComparison | null {
  if (expression.kind !== 'binary' || !isComparison(expression.operator)) return null;
  const [left, right] = [sumOf(expression.left), sumOf(expression.right)];
  if (left === null || right === null) return null;
  const difference = added(left, right, -1);
  const names = [...difference.factors.keys()].filter((name) => difference.factors.get(name) !== 0).sort();
  const scale = names.length === 0 ? 1 : difference.factors.get(names[0]!)!;
  const factors = names.map((name) => [name, rounded(difference.factors.get(name)! / scale)]);
  return {
    of: canonicalJson(factors),
    operator: scale < 0 ? mirrored[expression.operator] : expression.operator,
    // -0 would be no other bound, but another text.
    bound: rounded(-difference.constant / scale) + 0,
  };
}

function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(mirrored, operator);
}

function sumOf(expression: Expression): Sum | null {
  switch (expression.kind) {
    case 'number':
      return { factors: new Map(), constant: expression.value };
    case 'negative': {
      const operand = sumOf(expression.operand);
      return operand && added({ factors: new Map(), constant: 0 }, operand, -1);
    }
    case 'metric':
      return unknown(`${expression.of} ${termKey(expression.term)}`);
    case 'path':
      return unknown(meaningOf(expression));
    case 'binary':
      return binarySum(expression);
    default:
      return null;
  }
}

function binarySum({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): Sum | null {
  const [a, b] = [sumOf(left), sumOf(right)];
  if (a === null || b === null) return null;
  if (operator === '+') return added(a, b, 1);
  if (operator === '-') return added(a, b, -1);
  const zero: Sum = { factors: new Map(), constant: 0 };
  if (operator === '*' && a.factors.size === 0) return added(zero, b, a.constant);
  if (operator === '*' && b.factors.size === 0) return added(zero, a, b.constant);
  if (operator === '/' && b.factors.size === 0 && b.constant !== 0) return added(zero, a, 1 / b.constant);
  return null;
}

function unknown(name: string): Sum {
  return { factors: new Map([[name, 1]]), constant: 0 };
}

function added(a: Sum, b: Sum, factor: number): Sum {
  const factors = new Map(a.factors);
  for (const [name, value] of b.factors) factors.set(name, (factors.get(name) ?? 0) + factor * value);
  return { factors, constant: a.constant + factor * b.constant };
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
