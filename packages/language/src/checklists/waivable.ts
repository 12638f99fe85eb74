import type { Expression } from '../protocol/protocol.js';
import { expressionsIn } from './expressions-in.js';
import type { Pack } from './pack.js';

/** What a waiver can name in a checklist: its items, and parts of items that say `waived(…)` of them. */
export interface Waivable {
  readonly items: readonly string[];
  /** Words such as the sources of `["complaints", "literature"].all(s, s in pms.sources || waived(s))`. */
  readonly words: readonly string[];
  /** Whether a declaration can be waived, as in `risks.all(r, … || waived(r))`. */
  readonly declarations: boolean;
}

export function waivableIn({ items }: Pack): Waivable {
  const conditions = items
    .flatMap(({ requires }) => (requires === null ? [] : [[...expressionsIn(requires)]]))
    .filter((parts) => parts.some(isWaived));
  const words = conditions.map((parts) =>
    parts.flatMap((part) => (part.kind === 'list' ? textsOf(part) : [])),
  );
  return {
    items: items.map(({ name }) => name),
    words: [...new Set(words.flat())],
    declarations: words.some((each) => each.length === 0),
  };
}

function isWaived(expression: Expression): boolean {
  return (
    expression.kind === 'path' &&
    expression.parts.some(({ name, call }) => name === 'waived' && call !== null)
  );
}

function textsOf({ items }: Extract<Expression, { kind: 'list' }>): readonly string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
}
