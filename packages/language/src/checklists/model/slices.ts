import { pointerTo } from '../../protocol/canonical-json.js';
import type { FactDeclaration, Protocol } from '../../protocol/protocol.js';
import type { Placed } from './concept.js';

/**
 * Slices of a Protocol as bits of a number: its members, and its declarations of facts by kind, some of which share a
 * bit. What touched no slice that changed is what it was.
 */
const members = [
  'product',
  'roles',
  'integrations',
  'datasets',
  'models',
  'logs',
  'subgroups',
  'monitors',
  'runbooks',
  'hazards',
  'changePlans',
  'trials',
  'scenarios',
  'waivers',
  'checklists',
] as const;
const kindBits = 15;
const allKinds = ((1 << kindBits) - 1) << members.length;

export function bitOfKind(kind: string): number {
  let sum = 0;
  for (const character of kind) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return 1 << (members.length + (sum % kindBits));
}

/** The Protocol, telling which slices are touched. */
export function watched(protocol: Protocol, touch: (slices: number) => void): Protocol {
  const view = { schema: protocol.schema };
  for (const [index, member] of members.entries())
    Object.defineProperty(view, member, {
      enumerable: true,
      get: () => touched(protocol[member], 1 << index),
    });
  Object.defineProperty(view, 'declarations', {
    enumerable: true,
    get: () => touched(protocol.declarations, allKinds),
  });
  const touched = <T>(value: T, slices: number): T => {
    touch(slices);
    return value;
  };
  return view as Protocol;
}

/** Declarations of facts by kind, each with its place. */
export function byKind({ declarations }: Protocol): ReadonlyMap<string, readonly Placed<FactDeclaration>[]> {
  const kinds = new Map<string, Placed<FactDeclaration>[]>();
  for (const [index, value] of declarations.entries()) {
    const placed = { value, at: pointerTo('', 'declarations', index) };
    const same = kinds.get(value.kind);
    if (same === undefined) kinds.set(value.kind, [placed]);
    else same.push(placed);
  }
  return kinds;
}

/** Slices in which two Protocols differ. */
export function changedSlices(before: Protocol, after: Protocol): number {
  let changed = 0;
  for (const [index, member] of members.entries())
    if (!isEqual(before[member], after[member])) changed |= 1 << index;
  const [old, now] = [byKind(before), byKind(after)];
  for (const kind of new Set([...old.keys(), ...now.keys()]))
    if (!isEqual(old.get(kind), now.get(kind))) changed |= bitOfKind(kind);
  return changed;
}

/** Whether two values of JSON are the same; the order of members does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isEqual(item, b[index]))
    );
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isEqual(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
