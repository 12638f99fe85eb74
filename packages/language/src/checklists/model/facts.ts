import { pointerTo } from '../../protocol/canonical-json.js';
import type { Duration, FactValue } from '../../protocol/protocol.js';
import { alternatives, type FieldType } from '../../schema/index.js';
import type { Graph } from './concept.js';
import { schemaRows } from './schema-rows.js';
import { reasonNames } from './type.js';
import type { Entity, Members, Origin, Value } from './value.js';
import { boolean, entityValue, list, number, record, text, withMembers } from './values.js';
import { otherWords } from './words.js';

const anything: FieldType = { kind: 'any' };

/** A field as it is written among the facts of an entity; undefined where it is not. */
export function readFacts(entity: Entity, field: string, graph: Graph): Value | undefined {
  const rows = schemaRows.get(entity.concept)?.get(field) ?? [];
  const concept = `${entity.concept}.${field}`;
  for (const { kind, block, facts, at } of entity.facts) {
    const row = rows.find((each) => each.kind === kind && each.block === block);
    const name = row?.field.name ?? field;
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact !== undefined)
      return factValue(fact, row?.field.type ?? anything, { concept, at: pointerTo(at, name) }, graph);
  }
  return undefined;
}

/** A fact as a value. A fact that may be written once or many times is always a list. */
function factValue(fact: FactValue, type: FieldType, origin: Origin, graph: Graph): Value {
  const types = alternatives(type);
  const lists = types.filter((each) => each.kind === 'list');
  const items: FieldType = {
    kind: 'either',
    types: [...lists.map(({ of }) => of), ...types.filter((each) => each.kind !== 'list')],
  };
  if (isList(fact)) {
    const of = lists.length === 0 ? anything : items;
    return list(
      fact.flatMap((item, index) => {
        const value = single(item, alternatives(of), { ...origin, at: pointerTo(origin.at, index) }, graph);
        return value.kind === 'list' ? value.items : [value];
      }),
      { origin },
    );
  }
  const value = single(fact, types, origin, graph);
  return lists.length === 0 || value.kind === 'list'
    ? value
    : withMembers(list([value], { origin }), value.members ?? {});
}

function single(fact: FactValue, types: readonly FieldType[], origin: Origin, graph: Graph): Value {
  switch (typeof fact) {
    case 'string':
      return text(fact, origin, otherWords(origin.concept, fact));
    case 'number':
      return number(fact, origin);
    case 'boolean':
      return boolean(fact, origin);
    default:
      return isList(fact) ? factValue(fact, anything, origin, graph) : compound(fact, types, origin, graph);
  }
}

function compound(
  fact: Exclude<FactValue, string | number | boolean | readonly FactValue[]>,
  types: readonly FieldType[],
  origin: Origin,
  graph: Graph,
): Value {
  if (isDuration(fact)) return { kind: 'duration', days: daysOf(fact.$duration), origin };
  if (isDate(fact)) return { kind: 'date', date: fact.$date, origin };
  if (isReference(fact)) return referred(fact.$reference, origin, graph);
  if ('$secret' in fact && typeof fact.$secret === 'string') return text(fact.$secret, origin);
  const members = new Map(Object.entries(fact));
  const value = members.get('value');
  const reason = members.get('because');
  if (value !== undefined && reason !== undefined && members.size === 2) {
    const because = () => text(String(reason), { ...origin, at: pointerTo(origin.at, 'because') });
    return withMembers(single(value, types, origin, graph), {
      ...Object.fromEntries(reasonNames.map((name) => [name, because])),
      document: because,
    });
  }
  return record(membersOf(members, types, origin, graph), 'this record', origin);
}

function membersOf(
  members: ReadonlyMap<string, FactValue>,
  types: readonly FieldType[],
  origin: Origin,
  graph: Graph,
): Members {
  const fields = types.flatMap((type) => (type.kind === 'record' ? (type.fields ?? []) : []));
  return Object.fromEntries(
    [...members].map(([name, fact]) => {
      const type = fields.find((field) => field.name === name)?.type ?? anything;
      const place = { concept: origin.concept, at: pointerTo(origin.at, name) };
      return [name, () => factValue(fact, type, place, graph)];
    }),
  );
}

/** What a name leads to; the name itself where nothing of that name is declared. */
function referred(name: string, origin: Origin, graph: Graph): Value {
  const entities = graph.named(name);
  const [only] = entities;
  if (only === undefined) return text(name, origin);
  const values = entities.map((entity) => entityValue(entity, origin));
  return entities.length === 1 && only.concept !== 'monitor'
    ? entityValue(only, origin)
    : list(values, { origin, of: only.concept });
}

const daysIn: { readonly [Unit in Duration['unit']]: number } = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** The mean length of a duration in days: a year is 365.25. */
export function daysOf({ count, unit }: Duration): number {
  return count * daysIn[unit];
}

function isList(fact: FactValue): fact is readonly FactValue[] {
  return Array.isArray(fact);
}

function isDuration(fact: object): fact is { readonly $duration: Duration } {
  return '$duration' in fact;
}

function isDate(fact: object): fact is { readonly $date: string } {
  return '$date' in fact && typeof fact.$date === 'string';
}

function isReference(fact: object): fact is { readonly $reference: string } {
  return '$reference' in fact && typeof fact.$reference === 'string';
}
