import { type Construct, constructs } from './constructs.js';
import { declarationSchemas } from './declarations.js';
import type { BlockSchema, DeclarationSchema, FieldSchema } from './field-type.js';
import { clauseSchemas, type StatementSchema, statementSchemas } from './statements.js';

/** A way to express a regulatory concept in a spec. */
export type WayToSay =
  | { readonly by: 'field'; readonly kind: string; readonly block?: string; readonly field: string }
  | { readonly by: 'statement'; readonly kinds: readonly string[]; readonly keyword: string }
  | { readonly by: 'construct'; readonly construct: Construct };

/** The regulatory concept a field expresses, e.g. `model.artifactHash` for the field `sha256` of a model. */
export function conceptOf(owner: DeclarationSchema | BlockSchema, field: FieldSchema): string {
  return field.concept ?? `${'concept' in owner ? owner.concept : owner.name}.${field.name}`;
}

function* fieldWays(): Iterable<readonly [string, WayToSay]> {
  for (const schema of declarationSchemas) {
    const { kind } = schema;
    for (const field of schema.fields)
      yield [conceptOf(schema, field), { by: 'field', kind, field: field.name }];
    for (const block of schema.blocks)
      for (const field of block.fields)
        yield [conceptOf(block, field), { by: 'field', kind, block: block.name, field: field.name }];
  }
}

function* allWays(): Iterable<readonly [string, WayToSay]> {
  yield* fieldWays();
  for (const statement of [...statementSchemas, ...clauseSchemas])
    for (const concept of statement.concepts ?? [])
      yield [concept, { by: 'statement', kinds: statement.in, keyword: statement.keyword }];
  for (const construct of constructs) yield [construct.concept, { by: 'construct', construct }];
}

const waysByConcept: ReadonlyMap<string, readonly WayToSay[]> = grouped(allWays());

/** Every concept a spec can express, in alphabetical order. */
export const conceptNames: readonly string[] = [...waysByConcept.keys()].sort();

/** How a spec expresses a concept such as `model.artifactHash`; empty where it cannot. */
export function waysToSay(concept: string): readonly WayToSay[] {
  return waysByConcept.get(concept) ?? [];
}

const conceptsByRow: ReadonlyMap<string, readonly string[]> = grouped(allRows());

function* allRows(): Iterable<readonly [string, string]> {
  for (const schema of declarationSchemas) {
    for (const field of schema.fields) yield [row(schema.kind, field.name), conceptOf(schema, field)];
    for (const block of schema.blocks) {
      for (const field of block.fields) {
        yield [row(block.name, field.name), conceptOf(block, field)];
        yield [row(schema.kind, block.name), conceptOf(block, field)];
      }
    }
  }
  for (const statement of [...statementSchemas, ...clauseSchemas]) yield* rowsOf(statement);
  for (const { concept, kind, place } of constructs) {
    if ('part' in place) yield [row(kind, place.part), concept];
    if ('block' in place) yield [row(kind, place.block), concept];
    if ('member' in place) yield [row(kind, place.field), concept];
  }
}

function* rowsOf({
  in: kinds,
  keyword,
  concepts = [],
}: StatementSchema): Iterable<readonly [string, string]> {
  for (const kind of kinds) for (const concept of concepts) yield [row(kind, keyword), concept];
}

/**
 * The concepts a row of the table expresses.
 *
 * @param kind the kind of a declaration, or the name of a block such as `intendedUse`
 * @param name a field, a block, the keyword of a statement, or a part of the head: `name`, `title`, `version`
 */
export function conceptsOf(kind: string, name: string): readonly string[] {
  return conceptsByRow.get(row(kind, name)) ?? [];
}

function row(kind: string, name: string): string {
  return `${kind} ${name}`;
}

function grouped<T>(pairs: Iterable<readonly [string, T]>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else if (!group.includes(value)) group.push(value);
  }
  return groups;
}
