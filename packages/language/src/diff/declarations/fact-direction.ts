import { canonicalJson } from '../../protocol/canonical-json.js';
import type { Duration, FactValue } from '../../protocol/protocol.js';
import type { Direction } from '../comparing/order.js';
import { itemMeanings } from './fact-meaning.js';
import { factStrictness } from './fact-strictness.js';

/**
 * Which way a fact moved. `same`: as strict as before in other words;
 * undefined where the fact has no direction.
 *
 * @param path the fact's path in the schema
 */
export function directionOf(path: string, before: FactValue, after: FactValue): Direction | undefined {
  const [a, b] = [itemMeanings(before), itemMeanings(after)];
  const strictness = factStrictness.get(path);
  switch (strictness?.kind) {
    case undefined:
      return undefined;
    case 'duration': {
      const [old, now] = [duration(before), duration(after)];
      return old && now ? strictness.order(old, now) : 'unknown';
    }
    case 'number':
      return typeof before === 'number' && typeof after === 'number'
        ? strictness.order(before, after)
        : 'unknown';
    case 'word':
      return typeof before === 'string' && typeof after === 'string'
        ? strictness.order(before, after)
        : 'unknown';
    case 'truth':
      return after === true ? 'stricter' : before === true ? 'weaker' : 'unknown';
    case 'set':
      return strictness.order(a ?? [canonicalJson(before)], b ?? [canonicalJson(after)]);
  }
}

function duration(fact: FactValue): Duration | null {
  return typeof fact === 'object' && '$duration' in fact ? (fact.$duration as Duration) : null;
}
