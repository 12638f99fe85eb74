import type { Protocol } from '../../protocol/protocol.js';
import { type Change, renamed } from '../change.js';
import { contentOf, saysNothing } from '../comparing/named-list.js';
import { type Family, type NamedPart, namedParts } from './named-parts.js';
import { withNames } from './with-names.js';

/** An old Protocol in the names of the new one, and what that changed. */
export interface Renames {
  /** Every part stands where it stood: pointers into the old Protocol stay right. */
  readonly protocol: Protocol;
  readonly changes: readonly Change[];
}

/** A declaration may be recognised only after those it names are: role, runbook, monitor, hazard, … */
const ROUNDS = 8;

/**
 * Finds what has the same content under another name, and nothing else has. What says nothing about itself, such as
 * `role Lead` without a title, is never taken for another: being alike would prove nothing.
 */
export function findRenames(before: Protocol, after: Protocol): Renames {
  const changes: Change[] = [];
  let protocol = before;
  for (let round = 0; round < ROUNDS; round++) {
    const found = matches(namedParts(protocol), namedParts(after));
    if (found.length === 0) break;
    const names = new Map<Family, Map<string, string>>();
    for (const { old, now } of found) {
      const family = names.get(old.family) ?? new Map<string, string>();
      names.set(old.family, family.set(old.item.name, now.item.name));
      changes.push(
        renamed(
          { subject: `${now.noun} ${now.item.name}`, before: old.pointer, after: now.pointer },
          `is what was called ${old.item.name}; nothing else about it changed`,
        ),
      );
    }
    protocol = withNames(protocol, names, new Map(found.map(({ old, now }) => [old.pointer, now.item.name])));
  }
  return { protocol, changes };
}

interface Match {
  readonly old: NamedPart;
  readonly now: NamedPart;
}

function matches(before: readonly NamedPart[], after: readonly NamedPart[]): readonly Match[] {
  const gone = byContent(onlyIn(before, after));
  const fresh = byContent(onlyIn(after, before));
  return [...gone].flatMap(([content, [old, ...twins]]) => {
    const [now, ...alike] = fresh.get(content) ?? [];
    if (old === undefined || now === undefined || twins.length + alike.length > 0) return [];
    return saysNothing(old.item) ? [] : [{ old, now }];
  });
}

function onlyIn(parts: readonly NamedPart[], others: readonly NamedPart[]): readonly NamedPart[] {
  const taken = new Set(others.map(({ noun, item }) => `${noun} ${item.name}`));
  return parts.filter(({ noun, item }) => !taken.has(`${noun} ${item.name}`));
}

function byContent(parts: readonly NamedPart[]): ReadonlyMap<string, readonly NamedPart[]> {
  const groups = new Map<string, NamedPart[]>();
  for (const part of parts) {
    const key = `${part.noun} ${contentOf(part.item)}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return groups;
}
