import {
  type BlockSchema,
  declarationSchema,
  declarationSchemas,
  type FieldSchema,
  type FieldType,
} from '../../schema/index.js';
import type { Facts } from '../protocol.js';
import { type JsonSchema, name, nullable, object, type SchemaOf, text } from './builder.js';
import { type DefinitionsOf, definition } from './definitions.js';
import { date } from './values.js';

/**
 * The facts of a declaration: what the table says of each of its fields. Facts it does not list may stand there too,
 * because an older or newer language may have written the Protocol.
 *
 * @param kind the word the declaration begins with
 * @param elsewhere fields that have a member of their own in the Protocol
 */
function factsOf(kind: string, elsewhere: readonly string[] = []): SchemaOf<Facts> {
  const { fields = [], blocks = [] } = declarationSchema(kind) ?? {};
  const properties = membersOf(fields.filter(({ name }) => !elsewhere.includes(name)));
  for (const block of blocks) properties[block.name] = repeatable(blockFacts(block));
  return openRecord(properties);
}

/** The facts of a declaration whose blocks have a member of their own. */
export function factsWithoutBlocks(kind: string): SchemaOf<Facts> {
  return openRecord(membersOf(declarationSchema(kind)?.fields ?? []));
}

/** The blocks of a declaration, by name. */
export function blocksOf(kind: string): SchemaOf<{ readonly [name: string]: Facts }> {
  const blocks = declarationSchema(kind)?.blocks ?? [];
  return {
    type: 'object',
    properties: Object.fromEntries(blocks.map((block) => [block.name, blockFacts(block)])),
    propertyNames: { pattern: '^[^$]' },
    additionalProperties: definition('facts'),
  };
}

/** What every declaration of a kind consists of, to be spread into the shapes of the others. */
export function declaredAs(kind: string, elsewhere: readonly string[] = []) {
  return { name, title: nullable(text), facts: factsOf(kind, elsewhere) };
}

/** An object whose `kind` is one of these has the facts of that kind; other kinds have any. */
export function factsByKind(kinds: readonly string[]): JsonSchema {
  const known = kinds.map((kind) => ({
    type: 'object',
    properties: { kind: { const: kind }, facts: factsOf(kind) },
  }));
  const others = {
    type: 'object',
    properties: { kind: { not: { enum: kinds } }, facts: definition('facts') },
  };
  return { anyOf: [...known, others] };
}

function blockFacts({ title, fields }: BlockSchema): SchemaOf<Facts> {
  return { description: title, ...openRecord(membersOf(fields)) };
}

function membersOf(fields: readonly FieldSchema[]): Record<string, JsonSchema> {
  return Object.fromEntries(fields.map((field) => [field.name, memberOf(field)]));
}

function memberOf({ documentation, unit, type }: FieldSchema): JsonSchema {
  const description = unit === undefined ? documentation : `${documentation} Unit: ${unit}.`;
  return { description, ...valueSchema(type) };
}

function openRecord(properties: Record<string, JsonSchema>): JsonSchema {
  return {
    type: 'object',
    properties,
    propertyNames: { pattern: '^[^$]' },
    additionalProperties: definition('factValue'),
  };
}

/** Only blocks may be repeated; then all of them are kept. */
function repeatable(schema: JsonSchema): JsonSchema {
  const { description, ...one } = schema;
  return { description, anyOf: [one, { type: 'array', items: one }] };
}

/** What a value of a type becomes in the Protocol. */
function valueSchema(type: FieldType): JsonSchema {
  switch (type.kind) {
    case 'text':
    case 'file':
      return definition('factText');
    case 'number':
      return bounded(type.integer ? 'integer' : 'number', type);
    case 'percentage':
      return bounded('number', { minimum: 0, maximum: 1 });
    case 'duration':
      return typedValue('$duration', definition('duration'));
    case 'date':
      return typedValue('$date', date);
    case 'secret':
      return typedValue('$secret', { type: 'string' });
    case 'boolean':
      return justifiable({ type: 'boolean' });
    case 'enum':
      return justifiable(enumeration(type.words));
    case 'reference':
      return justifiable({
        ...typedValue('$reference', { type: 'string' }),
        $comment: `The name of a ${type.to.join(' or ')}.`,
      });
    case 'column':
      return { type: 'string' };
    case 'list':
      return { type: 'array', items: valueSchema(type.of) };
    case 'record':
      return type.fields === undefined ? definition('facts') : openRecord(membersOf(type.fields));
    case 'any':
      return definition('factValue');
    case 'either':
      return { anyOf: type.types.map(valueSchema) };
  }
}

function bounded(
  type: 'integer' | 'number',
  { minimum, maximum }: { readonly minimum?: number; readonly maximum?: number },
): JsonSchema {
  return {
    type,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

/** Words of an enumeration, each with what it means. */
function enumeration(words: Readonly<Record<string, string>>): JsonSchema {
  return { oneOf: Object.entries(words).map(([word, description]) => ({ const: word, description })) };
}

function typedValue(member: string, schema: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { [member]: schema },
    required: [member],
    additionalProperties: false,
  };
}

/** `acceptable because "…"` keeps its reason beside the value. */
function justifiable(schema: JsonSchema): JsonSchema {
  return {
    anyOf: [
      schema,
      {
        type: 'object',
        properties: { value: schema, because: { type: 'string' } },
        required: ['value', 'because'],
        additionalProperties: false,
      },
    ],
  };
}

/** Kinds that have a place of their own in the Protocol, so that no declaration of facts bears them. */
const constructs: readonly string[] = [
  'product',
  'role',
  'channel',
  'pipeline',
  'dataset',
  'model',
  'log',
  'subgroups',
  'monitor',
  'runbook',
  'hazard',
  'changePlan',
  'modification',
  'trial',
  'scenario',
  'checklist',
];
const factKinds = declarationSchemas.map(({ kind }) => kind).filter((kind) => !constructs.includes(kind));

const commented: JsonSchema = {
  type: 'object',
  properties: { value: { type: 'string' }, commit: { type: 'string' } },
  required: ['value', 'commit'],
  additionalProperties: false,
};

export const factDefinitions: DefinitionsOf<'role' | 'factDeclaration' | 'factText'> = {
  role: object(declaredAs('role')),
  factDeclaration: {
    ...object({ kind: name, name, title: nullable(text), facts: definition('facts') }),
    ...factsByKind(factKinds),
  },
  // Text may come from a file at a commit, or from the environment.
  factText: { anyOf: [text, commented, typedValue('$secret', { type: 'string' })] },
};
