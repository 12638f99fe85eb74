import { alternatives, type FieldType } from '../../schema/index.js';

/** What an expression can be. */
export type Type =
  | {
      readonly kind: 'any' | 'truth' | 'number' | 'duration' | 'date' | 'limit';
      readonly members?: MemberTypes;
    }
  /** With `words`, only these. */
  | { readonly kind: 'text'; readonly words?: readonly string[]; readonly members?: MemberTypes }
  /** `one`: a fact that may also be written once, without brackets; its members are those of its items. */
  | { readonly kind: 'list'; readonly of: Type; readonly one: boolean; readonly members?: MemberTypes }
  /** Without `members`, any. */
  | { readonly kind: 'record'; readonly members?: MemberTypes }
  | { readonly kind: 'entity'; readonly concept: string; readonly members?: MemberTypes }
  | { readonly kind: 'union'; readonly of: readonly Type[]; readonly members?: MemberTypes };

export type MemberTypes = { readonly [name: string]: Type };

export const anyType: Type = { kind: 'any' };
export const truthType: Type = { kind: 'truth' };
export const numberType: Type = { kind: 'number' };
export const textType: Type = { kind: 'text' };
export const durationType: Type = { kind: 'duration' };
export const dateType: Type = { kind: 'date' };
export const limitType: Type = { kind: 'limit' };

export function wordType(...words: readonly string[]): Type {
  return { kind: 'text', words };
}

export function listType(of: Type, members?: MemberTypes): Type {
  return { kind: 'list', of, one: false, ...(members && { members }) };
}

/** A list that may be written as one value. */
export function oneOrManyType(of: Type, members?: MemberTypes): Type {
  return { kind: 'list', of, one: true, ...(members && { members }) };
}

export function entityType(concept: string): Type {
  return { kind: 'entity', concept };
}

export function recordType(members: MemberTypes): Type {
  return { kind: 'record', members };
}

export function unionType(...types: readonly Type[]): Type {
  const flat = types.flatMap((type) => (type.kind === 'union' ? type.of : [type]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: 'union', of: flat };
}

export function withMemberTypes(type: Type, members: MemberTypes): Type {
  return { ...type, members: { ...type.members, ...members } };
}

/** The reason behind `acceptable because "…"`, under the names checklists use for it. */
export const reasonNames = ['because', 'justification', 'rationale'] as const;
const reasons: MemberTypes = Object.fromEntries(reasonNames.map((name) => [name, textType]));

/** @param conceptOf what a reference to a declaration of a kind leads to */
export function typeOfField(type: FieldType, conceptOf: (kind: string) => string): Type {
  const types = alternatives(type);
  const many = types.filter((each) => each.kind === 'list');
  const single = types.filter((each) => each.kind !== 'list').map((each) => singleType(each, conceptOf));
  if (many.length === 0) return unionType(...single);
  const items = many.map(({ of }) => typeOfField(of, conceptOf));
  return { kind: 'list', of: unionType(...items, ...single), one: single.length > 0 };
}

function singleType(type: FieldType, conceptOf: (kind: string) => string): Type {
  switch (type.kind) {
    case 'text':
    case 'file':
    case 'column':
    case 'secret':
      return textType;
    case 'number':
    case 'percentage':
      return numberType;
    case 'duration':
    case 'date':
    case 'any':
      return { kind: type.kind };
    case 'boolean':
      return { kind: 'truth', members: reasons };
    case 'enum':
      return { kind: 'text', words: Object.keys(type.words), members: reasons };
    case 'reference':
      // A monitor is as many measurements as it has checks, so a reference leads to several things.
      return oneOrManyType(unionType(...type.to.map((kind) => entityType(conceptOf(kind)))));
    case 'list':
    case 'either':
      return typeOfField(type, conceptOf);
    case 'record': {
      const fields = type.fields?.map(({ name, type }) => [name, typeOfField(type, conceptOf)] as const);
      return fields ? recordType(Object.fromEntries(fields)) : { kind: 'record' };
    }
  }
}
