import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression, MetricTerm } from '../../protocol/protocol.js';
import { implies } from './implies.js';
import { expressionWords } from './words.js';

const term = (metric: string): MetricTerm => ({
  metric,
  arguments: {},
  aggregate: null,
  of: [],
  at: null,
  by: [],
});
const number = (value: number): Expression => ({ kind: 'number', value });
const metric = (name: string, of: 'candidate' | 'champion' = 'candidate'): Expression => ({
  kind: 'metric',
  term: term(name),
  of,
});
type Operator = Extract<Expression, { kind: 'binary' }>['operator'];
const binary = (left: Expression, operator: Operator, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

/** Quarters are exact in binary fractions: what is computed here is what is meant. */
const quarters = fc.integer({ min: -8, max: 8 }).map((count) => count / 4);
const metrics = fc.constantFrom(metric('a'), metric('b'), metric('a', 'champion'));
const sums = fc.letrec<{ sum: Expression }>((tie) => ({
  sum: fc.oneof(
    { depthSize: 'small' },
    quarters.map(number),
    metrics,
    fc
      .tuple(tie('sum'), fc.constantFrom('+', '-'), tie('sum'))
      .map(([l, o, r]) => binary(l, o as Operator, r)),
    fc.tuple(quarters, tie('sum')).map(([factor, sum]) => binary(number(factor), '*', sum)),
    tie('sum').map((operand): Expression => ({ kind: 'negative', operand })),
  ),
})).sum;
const comparisons = fc
  .tuple(sums, fc.constantFrom('<', '<=', '>', '>=', '=='), sums)
  .map(([l, o, r]) => binary(l, o as Operator, r));
const conditions = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    comparisons,
    fc.boolean().map((value): Expression => ({ kind: 'boolean', value })),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([l, o, r]) => binary(l, o as Operator, r)),
    tie('condition').map((operand): Expression => ({ kind: 'not', operand })),
  ),
})).condition;

type Values = { readonly [name: string]: number };
const values = fc.record({ a: quarters, b: quarters, 'champion a': quarters });

function amountOf(expression: Expression, known: Values): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'metric':
      return known[expressionWords(expression)]!;
    case 'negative':
      return -amountOf(expression.operand, known);
    case 'binary': {
      const [left, right] = [amountOf(expression.left, known), amountOf(expression.right, known)];
      if (expression.operator === '+') return left + right;
      return expression.operator === '-' ? left - right : left * right;
    }
    default:
      throw new Error(expression.kind);
  }
}

function holds(expression: Expression, known: Values): boolean {
  if (expression.kind === 'boolean') return expression.value;
  if (expression.kind === 'not') return !holds(expression.operand, known);
  if (expression.kind !== 'binary') throw new Error(expression.kind);
  const { left, operator, right } = expression;
  if (operator === 'and') return holds(left, known) && holds(right, known);
  if (operator === 'or') return holds(left, known) || holds(right, known);
  const [a, b] = [amountOf(left, known), amountOf(right, known)];
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return a === b;
  }
}

describe('implies', () => {
  it('is never wrong', () => {
    let found = 0;
    fc.assert(
      fc.property(
        conditions,
        conditions,
        fc.array(values, { minLength: 20, maxLength: 20 }),
        (a, b, samples) => {
          // A condition and its weakening are related more often than two of any kind.
          for (const [first, second] of [
            [a, b],
            [binary(a, 'and', b), a],
            [a, binary(b, 'or', a)],
          ] as const) {
            if (!implies(first, second)) continue;
            found++;
            for (const known of samples) if (holds(first, known)) expect(holds(second, known)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(500);
  });

  const auroc = metric('auroc');
  const champion = metric('auroc', 'champion');
  const least = (bound: number) => binary(auroc, '>=', number(bound));
  it.each<[string, Expression, Expression, boolean, boolean]>([
    ['a higher bound', least(0.7), least(0.6), true, false],
    ['a bound that may be reached', binary(auroc, '>', number(0.6)), least(0.6), true, false],
    ['the other side of a comparison', binary(number(0.6), '<=', auroc), least(0.6), true, true],
    [
      'a smaller loss',
      binary(auroc, '>=', binary(champion, '-', number(0.01))),
      binary(auroc, '>=', binary(champion, '-', number(0.02))),
      true,
      false,
    ],
    [
      'the same sum said otherwise',
      binary(binary(auroc, '-', champion), '>=', number(-0.01)),
      binary(auroc, '>=', binary(champion, '-', number(0.01))),
      true,
      true,
    ],
    ['twice the same', binary(binary(number(2), '*', auroc), '>=', number(1.2)), least(0.6), true, true],
    ['a part of it', binary(least(0.6), 'and', least(0.5)), least(0.6), true, true],
    ['another metric', metric('a'), metric('b'), false, false],
    ['another metric’s bound', binary(metric('ece'), '<', number(0.1)), least(0.6), false, false],
  ])('tells %s', (_, first, second, forwards, back) => {
    expect([implies(first, second), implies(second, first)]).toEqual([forwards, back]);
  });

  it('answers soon for long chains', () => {
    const chain = (operator: 'and' | 'or', bound: number) =>
      Array.from({ length: 40 }, (_, index) => binary(metric(`m${index}`), '>=', number(bound))).reduce(
        (l, r) => binary(l, operator, r),
      );
    const start = performance.now();
    expect(implies(chain('and', 1), chain('or', 2))).toBe(false);
    expect(implies(chain('or', 2), chain('and', 1))).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
