import type { Expression } from '../../protocol/protocol.js';
import { isWithin, regionOf } from '../comparing/region.js';
import { type LinearComparison, linearComparison } from './linear.js';
import { meaningOf } from './meaning.js';

/**
 * Whether the second condition holds wherever the first does. `true` is certain; `false` may also mean that it cannot
 * be told from the text.
 */
export function implies(first: Expression, second: Expression): boolean {
  return new Implication().holds(first, second);
}

/** Whether everything the second list asks for is asked for by the first. */
export function allImply(first: readonly Expression[], second: readonly Expression[]): boolean {
  return second.every((wanted) => first.some((given) => implies(given, wanted)));
}

/** Whether the second list holds at some point wherever the first does. */
export function anyImplies(first: readonly Expression[], second: readonly Expression[]): boolean {
  return first.every((given) => second.some((wanted) => implies(given, wanted)));
}

/** Remembers what was compared: long chains of `and` and `or` meet the same parts on many ways. */
class Implication {
  readonly #known = new Map<Expression, Map<Expression, boolean>>();
  readonly #meanings = new Map<Expression, string>();
  readonly #comparisons = new Map<Expression, LinearComparison | null>();

  holds(first: Expression, second: Expression): boolean {
    const known = this.#known.get(first) ?? new Map<Expression, boolean>();
    this.#known.set(first, known);
    const answer = known.get(second) ?? this.#find(first, second);
    known.set(second, answer);
    return answer;
  }

  #find(first: Expression, second: Expression): boolean {
    if (this.#meaning(first) === this.#meaning(second)) return true;
    if (isTruth(second, true) || isTruth(first, false)) return true;
    const wanted = partsOf(second, 'and');
    if (wanted !== null) return wanted.every((part) => this.holds(first, part));
    const cases = partsOf(first, 'or');
    if (cases !== null) return cases.every((part) => this.holds(part, second));
    if (partsOf(second, 'or')?.some((part) => this.holds(first, part))) return true;
    if (partsOf(first, 'and')?.some((part) => this.holds(part, second))) return true;
    if (first.kind === 'not' && second.kind === 'not') return this.holds(second.operand, first.operand);
    const [a, b] = [this.#comparison(first), this.#comparison(second)];
    return a !== null && b !== null && comparisonImplies(a, b);
  }

  #meaning(expression: Expression): string {
    const meaning = this.#meanings.get(expression) ?? meaningOf(expression);
    this.#meanings.set(expression, meaning);
    return meaning;
  }

  #comparison(expression: Expression): LinearComparison | null {
    const known = this.#comparisons.get(expression);
    const comparison = known === undefined ? linearComparison(expression) : known;
    this.#comparisons.set(expression, comparison);
    return comparison;
  }
}

function partsOf(expression: Expression, operator: 'and' | 'or'): readonly Expression[] | null {
  if (expression.kind !== 'binary' || expression.operator !== operator) return null;
  return [expression.left, expression.right];
}

function comparisonImplies(a: LinearComparison, b: LinearComparison): boolean {
  return (
    a.of === b.of &&
    isWithin(
      regionOf([{ operator: a.operator, value: a.bound }]),
      regionOf([{ operator: b.operator, value: b.bound }]),
    )
  );
}

function isTruth(expression: Expression, value: boolean): boolean {
  return expression.kind === 'boolean' && expression.value === value;
}
