import { waysToSay } from '../../schema/index.js';
import type { Graph } from '../model/concept.js';
import type { Value } from '../model/value.js';
import { absent, list } from '../model/values.js';

/** A member of a value, by name; absent where there is none. */
export function memberOf(value: Value, name: string, graph: Graph, inferring: boolean): Value {
  const own =
    value.members !== undefined && Object.hasOwn(value.members, name) ? value.members[name] : undefined;
  if (own !== undefined) return own();
  switch (value.kind) {
    case 'entity':
      return graph.read(value.entity, name, inferring);
    case 'list':
      return ofItems(value, name, graph, inferring);
    case 'absent':
      return value.of === undefined
        ? { kind: 'absent', origin: value.origin }
        : absent(sayable(value.of, name), value.origin.at);
    case 'open':
      return value;
    default:
      return absent(value.origin?.concept ?? name, value.origin?.at ?? '');
  }
}

/** Of several things: the member of each, or all members together where the member is a list. */
function ofItems(
  value: Extract<Value, { kind: 'list' }>,
  name: string,
  graph: Graph,
  inferring: boolean,
): Value {
  const { items, origin, of } = value;
  if (items.length === 0)
    return absent(of === undefined ? (origin?.concept ?? name) : `${of}.${name}`, origin?.at ?? '');
  const members = items.map((item) => memberOf(item, name, graph, inferring));
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  const written = members.filter(({ kind }) => kind !== 'absent');
  if (written.length > 0 && written.every((member) => member.kind === 'list' && !member.each)) {
    const all = written.flatMap((member) => (member.kind === 'list' ? member.items : []));
    const lacking = members.filter(({ kind }) => kind === 'absent');
    return list(all, {
      ...(written[0]?.origin && { origin: written[0].origin }),
      ...(lacking.length > 0 && { lacking }),
    });
  }
  return list(
    members.flatMap((member) => (member.kind === 'list' && member.each ? member.items : [member])),
    { each: true, ...(origin && { origin }) },
  );
}

/** The fact that is missing; what only follows from others is missing because the whole declaration is. */
function sayable(concept: string, field: string): string {
  const fact = `${concept}.${field}`;
  return waysToSay(fact).length > 0 ? fact : concept;
}
