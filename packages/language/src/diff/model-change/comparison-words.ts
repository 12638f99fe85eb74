import type { Limit } from '../../protocol/protocol.js';

/** A comparison as it is written: ">= 0.62", "outside 0.8..1.25". */
export function comparisonWords(limit: Limit): string {
  return limit.operator === 'outside'
    ? `outside ${limit.low}..${limit.high}`
    : `${limit.operator} ${limit.value}`;
}
