/** A JSON Schema 2020-12 document or part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

declare const described: unique symbol;
/**
 * A JSON Schema known to describe exactly the values of type T. The type parameter is invariant, so a
 * schema that allows more or less than its TypeScript type does not compile: the two cannot drift apart.
 */
export type SchemaOf<T> = JsonSchema & { readonly [described]?: (value: T) => T };

type Shape<T> = { readonly [Member in keyof T]-?: SchemaOf<T[Member]> };
type Discriminated = { readonly kind: string };
type Variants<T extends Discriminated> = {
  readonly [Kind in T['kind']]: Shape<Omit<Extract<T, { kind: Kind }>, 'kind'>>;
};

interface NumberBounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

export const text: SchemaOf<string> = { type: 'string' };
export const name: SchemaOf<string> = { type: 'string', minLength: 1 };
export const boolean: SchemaOf<boolean> = { type: 'boolean' };
export const number = (bounds: NumberBounds = {}): SchemaOf<number> => ({ type: 'number', ...bounds });
export const integer = (bounds: NumberBounds = {}): SchemaOf<number> => ({ type: 'integer', ...bounds });

/** One of the given words; all words of the type must be listed. */
export function words<T extends string>(listed: { readonly [Word in T]: true }): SchemaOf<T> {
  return { enum: Object.keys(listed) };
}

export function constant<T extends string | number>(value: T): SchemaOf<T> {
  return { const: value };
}

export function nullable<T>(schema: SchemaOf<T>): SchemaOf<T | null> {
  return { anyOf: [schema, { type: 'null' }] };
}

export function list<T>(items: SchemaOf<T>, minItems = 0): SchemaOf<readonly T[]> {
  return minItems === 0 ? { type: 'array', items } : { type: 'array', items, minItems };
}

/** An object with free member names, none of which starts with `$` (those are kept for typed values). */
export function record<T>(values: SchemaOf<T>): SchemaOf<{ readonly [name: string]: T }> {
  return { type: 'object', propertyNames: { pattern: '^[^$]' }, additionalProperties: values };
}

/** A closed object: every member of T is required, no other is allowed. */
export function object<T extends object>(shape: Shape<T>): SchemaOf<T> {
  return { type: 'object', properties: shape, required: Object.keys(shape), additionalProperties: false };
}

/** A union told apart by its `kind`; every kind must be given. */
export function variants<T extends Discriminated>(shapes: Variants<T>): SchemaOf<T> {
  const options = Object.entries(shapes as Record<string, JsonSchema>).map(([kind, shape]) =>
    object({ kind: constant(kind), ...shape }),
  );
  return { oneOf: options };
}

/** A union of two schemas without a common `kind`. */
export function either<A, B>(first: SchemaOf<A>, second: SchemaOf<B>): SchemaOf<A | B> {
  return { anyOf: [first, second] };
}
