import { canonicalJson } from '../../protocol/canonical-json.js';
import type { Expression, MetricTerm } from '../../protocol/protocol.js';
import { termKey } from '../comparing/term.js';

/** What an expression says, whatever the order in which its metrics list their columns and groups. */
export function meaningOf(expression: Expression): string {
  return canonicalJson(withoutOrder(expression));
}

function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, content]) => [
      member,
      member === 'term' ? termKey(content as MetricTerm) : withoutOrder(content),
    ]),
  );
}
