import type { Truth } from '../truth.js';
import type { Entity, ListValue, Members, Origin, Value } from './value.js';

/** @param of the concept it would be, where it would be a thing with fields */
export function absent(concept: string, at: string, of?: string): Value {
  return { kind: 'absent', origin: { concept, at }, ...(of === undefined ? {} : { of }) };
}

export function open(reason: string): Value {
  return { kind: 'open', reason };
}

export function truthValue(truth: Truth, origin?: Origin): Value {
  return { kind: 'truth', truth, ...(origin && { origin }) };
}

/**
 * A fact that is true or false as written.
 * @param otherwise what to say where it is false
 */
export function boolean(value: boolean, origin?: Origin, otherwise?: string): Value {
  return truthValue({ value, causes: value ? [] : [wrong(origin, otherwise)] }, origin);
}

function wrong(origin: Origin | undefined, otherwise: string | undefined) {
  const concept = origin?.concept ?? '';
  const text = otherwise ?? `${concept} is false`;
  return { kind: 'wrong', concept, at: origin?.at ?? '', text } as const;
}

export function number(value: number, origin?: Origin): Value {
  return { kind: 'number', number: value, ...(origin && { origin }) };
}

export function text(value: string, origin?: Origin, also: readonly string[] = []): Value {
  return { kind: 'text', text: value, also, ...(origin && { origin }) };
}

export function list(
  items: readonly Value[],
  options: Partial<Omit<ListValue, 'kind' | 'items'>> & {
    readonly origin?: Origin;
    readonly members?: Members;
  } = {},
): Value {
  return { kind: 'list', items, each: false, ...options };
}

export function entityValue(entity: Entity, origin?: Origin): Value {
  return { kind: 'entity', entity, ...(origin && { origin }) };
}

/** @param label what people call it */
export function record(members: Members, label: string, origin?: Origin): Value {
  return { kind: 'record', members, label, ...(origin && { origin }) };
}

/** The value, with parts of its own. */
export function withMembers(value: Value, members: Members): Value {
  return { ...value, members: { ...value.members, ...members } } as Value;
}
