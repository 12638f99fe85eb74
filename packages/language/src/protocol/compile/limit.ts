import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Comparison, Limit } from '../protocol.js';
import { type Part, part } from './part.js';
import { required } from './required.js';

/** Warnings come before failures, whatever the order they were written in. */
export function compileLimits(limits: readonly ast.Limit[]): readonly Part<Limit>[] {
  const compiled = limits.map(compileLimit);
  return [
    ...compiled.filter(({ value }) => value.severity === 'warn'),
    ...compiled.filter(({ value }) => value.severity === 'fail'),
  ];
}

export function compileComparison({ operator, value }: ast.Comparison): {
  readonly operator: Comparison;
  readonly value: number;
} {
  return { operator, value: quantityValue(value) };
}

function compileLimit(limit: ast.Limit): Part<Limit> {
  const { severity, outside } = limit;
  const subject = limit.pValue ? 'pValue' : 'value';
  if (outside) {
    const [low, high] = [quantityValue(outside.low), quantityValue(outside.high)];
    return part(limit, { severity, subject, operator: 'outside', low, high });
  }
  return part(limit, {
    severity,
    subject,
    ...compileComparison(required(limit.comparison, limit, 'the value of the limit')),
  });
}
