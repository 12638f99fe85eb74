import { pointerTo } from '../canonical-json.js';
import type { JsonSchema } from './builder.js';

/** Nothing of a Protocol lies deeper; a value from elsewhere could. */
const DEEPEST = 64;

/**
 * Where a value first differs from what a schema made with `builder.ts` describes, as a JSON pointer; null where it
 * conforms. Knows the keywords the builder writes, and no others.
 *
 * @param definitions what `$ref`s lead to
 * @throws Error for a schema with another keyword
 */
export function nonconforming(
  value: unknown,
  schema: JsonSchema,
  definitions: { readonly [name: string]: JsonSchema },
  pointer = '',
  depth = 0,
): string | null {
  if (depth > DEEPEST) return pointer;
  const below = (member: unknown, part: JsonSchema, ...steps: readonly (string | number)[]) =>
    nonconforming(member, part, definitions, pointerTo(pointer, ...steps), depth + 1);
  const fits = (part: JsonSchema) => nonconforming(value, part, definitions, pointer, depth + 1) === null;
  for (const [keyword, rule] of Object.entries(schema)) {
    const found = applies(keyword)?.(value, rule, { schema, pointer, below, fits, definitions, depth });
    if (found === undefined) throw new Error(`the keyword ${keyword} is not known here`);
    if (found !== null) return found;
  }
  return null;
}

interface Surroundings {
  readonly schema: JsonSchema;
  readonly pointer: string;
  readonly below: (
    member: unknown,
    part: JsonSchema,
    ...steps: readonly (string | number)[]
  ) => string | null;
  readonly fits: (part: JsonSchema) => boolean;
  readonly definitions: { readonly [name: string]: JsonSchema };
  readonly depth: number;
}
type Rule = (value: unknown, rule: unknown, surroundings: Surroundings) => string | null;

function applies(keyword: string): Rule | undefined {
  return Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
}

/** A rule that looks at values of one type and lets all others pass. */
const when =
  <T>(is: (value: unknown) => value is T, holds: (value: T, rule: never) => boolean): Rule =>
  (value, rule, { pointer }) =>
    is(value) && !holds(value, rule as never) ? pointer : null;

const isNumber = (value: unknown) => typeof value === 'number';
const isText = (value: unknown) => typeof value === 'string';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const says: Rule = () => null;

const keywords: { readonly [keyword: string]: Rule } = {
  $schema: says,
  $id: says,
  title: says,
  description: says,
  $defs: says,
  $ref: (value, rule, { definitions, pointer, depth }) => {
    const definition = definitions[String(rule).slice('#/$defs/'.length)];
    if (definition === undefined) throw new Error(`${String(rule)} is not defined`);
    return nonconforming(value, definition, definitions, pointer, depth + 1);
  },
  type: (value, rule, { pointer }) => (isOfType(value, rule) ? null : pointer),
  enum: (value, rule, { pointer }) => ((rule as readonly unknown[]).includes(value) ? null : pointer),
  const: (value, rule, { pointer }) => (value === rule ? null : pointer),
  anyOf: (_, rule, { fits, pointer }) => ((rule as readonly JsonSchema[]).some(fits) ? null : pointer),
  oneOf: (_, rule, { fits, pointer }) =>
    (rule as readonly JsonSchema[]).filter(fits).length === 1 ? null : pointer,
  not: (_, rule, { fits, pointer }) => (fits(rule as JsonSchema) ? pointer : null),
  minimum: when(isNumber, (value, rule: number) => value >= rule),
  maximum: when(isNumber, (value, rule: number) => value <= rule),
  exclusiveMinimum: when(isNumber, (value, rule: number) => value > rule),
  exclusiveMaximum: when(isNumber, (value, rule: number) => value < rule),
  minLength: when(isText, (value, rule: number) => [...value].length >= rule),
  pattern: when(isText, (value, rule: string) => new RegExp(rule, 'u').test(value)),
  minItems: when(isList, (value, rule: number) => value.length >= rule),
  items: (value, rule, { below }) =>
    isList(value) ? first(value, (item, index) => below(item, rule as JsonSchema, index)) : null,
  required: (value, rule, { pointer }) =>
    isObject(value)
      ? first(rule as readonly string[], (name) =>
          Object.hasOwn(value, name) ? null : pointerTo(pointer, name),
        )
      : null,
  properties: (value, rule, { below }) =>
    isObject(value)
      ? first(Object.entries(rule as { readonly [name: string]: JsonSchema }), ([name, part]) =>
          Object.hasOwn(value, name) ? below(value[name], part, name) : null,
        )
      : null,
  propertyNames: (value, rule, { below }) =>
    isObject(value) ? first(Object.keys(value), (name) => below(name, rule as JsonSchema, name)) : null,
  additionalProperties: (value, rule, { schema, below, pointer }) => {
    if (!isObject(value)) return null;
    const known = Object.keys((schema.properties ?? {}) as object);
    const others = Object.keys(value).filter((name) => !known.includes(name));
    return first(others, (name) =>
      rule === false ? pointerTo(pointer, name) : below(value[name], rule as JsonSchema, name),
    );
  },
};

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'string':
      return isText(value);
    case 'number':
      return isNumber(value);
    case 'integer':
      return isNumber(value) && Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'array':
      return isList(value);
    case 'object':
      return isObject(value);
    default:
      throw new Error(`the type ${String(type)} is not known here`);
  }
}

function first<T>(items: readonly T[], find: (item: T, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}
