import type { AstNode } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import { type Report, relatedTo } from '../diagnostics/reporter.js';
import {
  type Block,
  type FactDeclaration,
  type Field,
  isBlock,
  isFactDeclaration,
  isField,
  isLogColumn,
  isOutcomes,
  isSource,
  type RecordValue,
} from '../generated/ast.js';
import { declarationSchemas, type FieldSchema, type FieldType } from '../schema/index.js';
import type { CheckContext } from './check-context.js';
import { type BodySchema, bodySchemaOf, kindOf } from './declaration-kind.js';
import { titleOf } from './declaration-noun.js';
import { checkValue } from './field-value.js';

type Body = AstNode & { readonly statements?: readonly AstNode[] };

/** Fields and blocks of any declaration: known, once each, of the right type, and none missing. */
export function checkFacts(body: Body, report: Report, context: CheckContext): void {
  const statements = body.statements ?? [];
  const owner = isBlock(body) ? `block '${body.name}'` : titleOf(body);
  checkDuplicates(statements, owner, report);
  const schema = bodySchemaOf(body);
  if (schema === undefined) return;
  const seen = new Set<string>();
  for (const statement of statements) {
    if (isField(statement) && !seen.has(statement.name))
      checkField(statement, schema, owner, report, context);
    if (isBlock(statement)) checkBlockName(statement, schema, owner, report);
    const name = roleOrName(statement);
    if (name !== undefined) seen.add(name);
  }
  for (const { name, required, documentation } of schema.fields) {
    if (!required || seen.has(name)) continue;
    const purpose = lowerFirst(documentation).replace(/\.$/, '');
    report('missingField', { owner, field: name, purpose }, namePlace(body), { missing: name });
  }
}

/** Declarations of facts whose first word Vigil does not know are named once for each word. */
export function checkDeclarationKind(node: FactDeclaration, report: Report, context: CheckContext): void {
  if (node.kind === undefined || bodySchemaOf(node) !== undefined) return;
  const first = context.visible(node).find((other) => kindOf(other) === node.kind);
  if (first !== node) return;
  const near = nearest(
    node.kind,
    declarationSchemas.map(({ kind }) => kind),
  );
  report(
    'unknownDeclaration',
    { kind: node.kind, hint: near === undefined ? '' : ` (did you mean '${near}'?)` },
    { node, property: 'kind' },
    { replacement: near },
  );
}

/**
 * `TBD` may stand for what is still to be found out, wherever a spec has a meaning without it. A digest is of a file
 * that is there.
 */
function isUndetermined({ value, $container }: Field, { required, type }: FieldSchema): boolean {
  if (value === undefined || (required && !isFactDeclaration($container))) return false;
  if (value.$type === 'WordValue') return value.word?.$refText === 'TBD';
  return value.$type === 'TextValue' && value.text === 'TBD' && !isDigest(type);
}

function isDigest(type: FieldType): boolean {
  return type.kind === 'text' && type.format === 'sha256';
}

function checkField(
  field: Field,
  schema: BodySchema,
  owner: string,
  report: Report,
  context: CheckContext,
): void {
  if (field.name === undefined) return;
  const known = schema.fields.find(({ name }) => name === field.name);
  if (known !== undefined) {
    if (field.value !== undefined && !isUndetermined(field, known))
      checkValue(field.value, known.type, { field: field.name, owner }, report, context);
    return;
  }
  const block = schema.blocks.some(({ name }) => name === field.name);
  const near = nearest(field.name, namesOf(schema));
  if (schema.open && near === undefined && !block) return;
  report(
    'unknownField',
    {
      owner,
      field: field.name,
      hint: block ? `: it is a block, write \`${field.name} { … }\` without a colon` : hint(near),
    },
    { node: field, property: 'name' },
    { replacement: near },
  );
}

function checkBlockName(block: Block, schema: BodySchema, owner: string, report: Report): void {
  if (block.name === undefined || schema.blocks.some(({ name }) => name === block.name)) return;
  const field = schema.fields.some(({ name }) => name === block.name);
  const near = nearest(block.name, namesOf(schema));
  if (schema.open && near === undefined && !field) return;
  report(
    'unknownField',
    {
      owner,
      field: block.name,
      hint: field ? ` as a block: write \`${block.name}: …\`` : hint(near),
    },
    { node: block, property: 'name' },
    { replacement: near },
  );
}

function namesOf(schema: BodySchema): string[] {
  return [...schema.fields, ...schema.blocks].map(({ name }) => name);
}

/** Every further statement of a name is reported at its place, with the first one linked. */
function checkDuplicates(statements: readonly AstNode[], owner: string, report: Report): void {
  const first = new Map<string, AstNode>();
  for (const statement of statements) {
    const name = roleOrName(statement);
    // Any number of models may run in the shadow of one log.
    if (name === undefined || (name === 'shadow' && isLogColumn(statement))) continue;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, statement);
    else reportDuplicate(statement, earlier, name, owner, report);
  }
}

function reportDuplicate(
  node: AstNode,
  earlier: AstNode,
  field: string,
  owner: string,
  report: Report,
): void {
  const line = (earlier.$cstNode?.range.start.line ?? 0) + 1;
  report(
    'duplicateField',
    { field, owner, line },
    { node },
    { related: relatedTo(earlier, `'${field}' is given here first`) },
  );
}

/** Fields in records and in a body's statements are known by name, columns and sources of logs by role. */
function roleOrName(statement: AstNode): string | undefined {
  if (isField(statement) || isBlock(statement)) return statement.name;
  if (isSource(statement) || isLogColumn(statement) || isOutcomes(statement)) return statement.role;
  return undefined;
}

/** Fields of a record are given once, too. */
export function checkRecordDuplicates(record: RecordValue, report: Report): void {
  checkDuplicates(record.fields ?? [], 'this record', report);
}

/** A whole declaration is too long to mark: its name stands for it. */
export function namePlace(node: AstNode): { node: AstNode; property?: string } {
  if ('name' in node && node.name !== undefined) return { node, property: 'name' };
  return 'kind' in node ? { node, property: 'kind' } : { node };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
