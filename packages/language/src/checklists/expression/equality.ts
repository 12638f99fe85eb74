import { canonicalJson } from '../../protocol/canonical-json.js';
import type { Graph } from '../model/concept.js';
import { isCalled } from '../model/role-names.js';
import { type Entity, isSame, type Value } from '../model/value.js';

/**
 * Whether two values are the same. A fact that may be written once or many times equals a value when one of its
 * values does; a thing equals its name.
 */
export function equals(left: Value, right: Value, graph: Graph): boolean {
  if (left.kind === 'list' && right.kind === 'list')
    return (
      left.items.length === right.items.length &&
      left.items.every((item, index) => equals(item, right.items[index] ?? item, graph))
    );
  if (left.kind === 'list') return left.items.some((item) => equals(item, right, graph));
  if (right.kind === 'list') return right.items.some((item) => equals(left, item, graph));
  if (left.kind === 'entity') return entityEquals(left.entity, right, graph);
  if (right.kind === 'entity') return entityEquals(right.entity, left, graph);
  if (left.kind === 'text' && right.kind === 'text')
    return [left.text, ...left.also].some((word) => word === right.text || right.also.includes(word));
  if (left.kind === 'number' && right.kind === 'number') return left.number === right.number;
  if (left.kind === 'truth' && right.kind === 'truth') return left.truth.value === right.truth.value;
  if (left.kind === 'limit' && right.kind === 'limit')
    return canonicalJson(left.limit) === canonicalJson(right.limit);
  const [a, b] = [measure(left), measure(right)];
  return a !== undefined && a === b;
}

function entityEquals(entity: Entity, other: Value, graph: Graph): boolean {
  if (other.kind === 'entity') return isSame(entity, other.entity);
  if (other.kind === 'record') return entity.names.includes(other.label);
  if (other.kind !== 'text') return false;
  return entity.names.includes(other.text) || isCalled(entity, other.text, graph);
}

/** A value with an order as a number or text: durations in days, dates as written. */
export function measure(value: Value): number | string | undefined {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'duration':
      return value.days;
    case 'date':
      return value.date;
    case 'text':
      return value.text;
    default:
      return undefined;
  }
}
