import { canonicalJson } from '../../protocol/canonical-json.js';
import type { FactValue } from '../../protocol/protocol.js';

/** What a fact says: the order of a list says nothing, unless there are numbers in it. */
export function factMeaning(fact: FactValue): string {
  return canonicalJson(withoutOrder(fact));
}

/** What the items of a list say, where their order says nothing; null for other facts. */
export function itemMeanings(fact: FactValue): readonly string[] | null {
  return isUnordered(fact) ? fact.map(factMeaning) : null;
}

function withoutOrder(fact: FactValue): FactValue {
  if (isUnordered(fact)) {
    const keyed = fact.map((item) => ({ item: withoutOrder(item), key: factMeaning(item) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
  }
  if (typeof fact !== 'object' || Array.isArray(fact)) return fact;
  return Object.fromEntries(
    Object.entries(fact).map(([member, content]) => [member, withoutOrder(content as FactValue)]),
  );
}

function isUnordered(fact: FactValue): fact is readonly FactValue[] {
  return Array.isArray(fact) && fact.every((item) => typeof item !== 'number');
}
