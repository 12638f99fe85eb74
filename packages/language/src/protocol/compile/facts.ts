import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import { type BlockSchema, declarationSchema, type FieldSchema } from '../../schema/index.js';
import type { Facts, FactValue } from '../protocol.js';
import type { CompileContext } from './context.js';
import { factValue, typeOf } from './fact-value.js';
import { type Part, part, placesOf } from './part.js';

/** What the schema knows of the fields and blocks at one place; both may hold more than it knows. */
interface FactSchema {
  readonly fields: readonly FieldSchema[];
  readonly blocks: readonly BlockSchema[];
}
const unknown: FactSchema = { fields: [], blocks: [] };

type Statement = ast.Fact | { readonly $type: string };

/**
 * The fields and blocks among a declaration's statements as facts, sorted by name; `except` names the
 * fields that have a place of their own in the Protocol. A block becomes a record of its fields.
 *
 * @param kind the kind of declaration, by which the schema tells enum words from names and paths from text
 */
export function compileFacts(
  statements: readonly Statement[],
  kind: string,
  context: CompileContext,
  except: readonly string[] = [],
): Part<Facts> {
  return factsOf(statements, declarationSchema(kind) ?? unknown, context, except);
}

function factsOf(
  statements: readonly Statement[],
  schema: FactSchema,
  context: CompileContext,
  except: readonly string[] = [],
): Part<Facts> {
  const compileFact = (fact: ast.Fact): Part<FactValue> =>
    fact.$type === 'Block'
      ? compileBlock(fact, schema, context)
      : part(fact, factValue(fact.value, typeOf(schema.fields, fact.name), context));
  const written = statements.filter(isFact).filter(({ name }) => !except.includes(name));
  const names = [...new Set(written.map(({ name }) => name))].sort();
  const members = names.map((name): [string, Part<FactValue>] => {
    const parts = written.filter((fact) => fact.name === name).map(compileFact);
    const [first] = parts;
    // Only blocks may be repeated; then all of them are kept, in the order they were written.
    return parts.length === 1 && first ? [name, first] : [name, listOf(parts)];
  });
  return {
    value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
    places: placesOf(Object.fromEntries(members)),
  };
}

/** The blocks among the statements by name, and the facts in each. */
export function compileBlocks(
  statements: readonly Statement[],
  kind: string,
  context: CompileContext,
): Part<{ readonly [name: string]: Facts }> {
  const schema = declarationSchema(kind) ?? unknown;
  const blocks = statements.filter(isFact).filter((fact) => fact.$type === 'Block');
  const members = blocks
    .map((block): [string, Part<Facts>] => [block.name, compileBlock(block, schema, context)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
    places: placesOf(Object.fromEntries(members)),
  };
}

/** The field of that name, if it was written. */
export function fieldNamed(statements: readonly Statement[], name: string): ast.Field | undefined {
  return statements.find(
    (statement): statement is ast.Field =>
      isFact(statement) && statement.name === name && statement.$type === 'Field',
  );
}

/** A field's text: a string, or a word such as the name of a declaration. */
export function textField(statements: readonly Statement[], name: string): Part<string> | null {
  const field = fieldNamed(statements, name);
  if (field?.value.$type === 'TextValue') return part(field, field.value.text);
  if (field?.value.$type === 'WordValue') return part(field, field.value.word.$refText);
  return null;
}

export function numberField(statements: readonly Statement[], name: string): Part<number> | null {
  const field = fieldNamed(statements, name);
  return field?.value.$type === 'NumberValue' ? part(field, quantityValue(field.value.quantity)) : null;
}

function isFact(statement: Statement): statement is ast.Fact {
  return statement.$type === 'Field' || statement.$type === 'Block';
}

function compileBlock(block: ast.Block, schema: FactSchema, context: CompileContext): Part<Facts> {
  const fields = schema.blocks.find(({ name }) => name === block.name)?.fields ?? [];
  const facts = factsOf(block.statements, { fields, blocks: [] }, context);
  const title: Facts = block.title === undefined || 'title' in facts.value ? {} : { title: block.title };
  return { value: { ...facts.value, ...title }, places: [{ pointer: '', node: block }, ...facts.places] };
}

function listOf(parts: readonly Part<FactValue>[]): Part<FactValue> {
  return {
    value: parts.map(({ value }) => value),
    places: parts.flatMap(({ places }, index) =>
      places.map((place) => ({ pointer: `/${index}${place.pointer}`, node: place.node })),
    ),
  };
}
