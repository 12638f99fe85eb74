import { type AstNode, AstUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver';
import { bodySchemaOf, kindOf } from '../../../checks/declaration-kind.js';
import type { Asked, DiagnosticData } from '../../../diagnostics/reporter.js';
import { type Block, isBlock, isProduct, type Spec } from '../../../generated/ast.js';
import {
  alternatives,
  blockSchema,
  conceptOf,
  declarationSchema,
  type FieldSchema,
  fieldsOf,
  snippetText,
  statementSchemas,
  type WayToSay,
  waysToSay,
} from '../../../schema/index.js';
import { declarationText } from '../declaration-text.js';
import { declarationAfter, insertion } from '../insertion.js';
import type { Fix, FixPlace, QuickFix } from '../quick-fix.js';

/** Writes what checklists ask for: the field, block or statement, or the whole declaration, to be filled in. */
export const writeFact: QuickFix = (place) => {
  const { asked } = place.diagnostic.data as DiagnosticData;
  if (asked === undefined || asked.concept === '') return [];
  const ways = waysToSay(asked.concept);
  const inPlace = ways.map((way) => inBody(way, place)).find((fix) => fix !== undefined);
  if (inPlace !== undefined) return [{ ...inPlace, preferred: true }];
  const whole = newBlock(asked, place) ?? newDeclaration(asked, place);
  return whole === undefined ? [] : [whole];
};

/** The word for what is still to be determined: checklists do not take it for an answer. */
const undetermined = 'TBD';

/** A field to be filled in, below a line that says what it is about where there is room for one. */
function fieldText(field: FieldSchema, isTold: boolean): string {
  const takesText = alternatives(field.type).some((type) => type.kind === 'text' || type.kind === 'file');
  const written = `${field.name}: ${takesText ? `"${undetermined}"` : undetermined}`;
  return isTold ? `// ${field.documentation} E.g. ${field.example}\n${written}` : written;
}

function inBody(way: WayToSay, place: FixPlace): Fix | undefined {
  switch (way.by) {
    case 'field':
      return fieldFix(way, place);
    case 'statement':
      return statementFix(way, place);
    case 'construct':
      return constructFix(way.construct, place);
  }
}

function fieldFix(
  { kind, block, field: name }: Extract<WayToSay, { by: 'field' }>,
  place: FixPlace,
): Fix | undefined {
  const owner = ownerOf(kind, place);
  if (owner === undefined) return undefined;
  if (block === undefined) {
    const field = fieldsOf(kind).find((each) => each.name === name);
    return field && fieldIn(owner, field, place);
  }
  const field = blockSchema(kind, block)?.fields.find((each) => each.name === name);
  if (field === undefined) return undefined;
  const written = blocksOf(owner).find((each) => each.name === block);
  return written === undefined ? blockIn(owner, block, [field], place) : fieldIn(written, field, place);
}

function fieldIn(body: AstNode, field: FieldSchema, { document }: FixPlace): Fix | undefined {
  const range = body.$cstNode?.range;
  const hasRoom = range !== undefined && range.start.line !== range.end.line;
  return fix(`Add '${field.name}'`, insertion(body, fieldText(field, hasRoom), document, field.name));
}

function blockIn(
  owner: AstNode,
  block: string,
  fields: readonly FieldSchema[],
  { document }: FixPlace,
): Fix | undefined {
  return fix(`Add '${block}'`, insertion(owner, `${block} {\n${bodyText(fields)}\n}`, document));
}

function bodyText(fields: readonly FieldSchema[]): string {
  return fields
    .map((field) => fieldText(field, true))
    .join('\n')
    .replaceAll(/^/gm, '  ');
}

function statementFix(
  { kinds, keyword }: Extract<WayToSay, { by: 'statement' }>,
  place: FixPlace,
): Fix | undefined {
  const owner = kinds.map((kind) => ownerOf(kind, place)).find((node) => node !== undefined);
  const snippet = statementSchemas.find((each) => each.keyword === keyword)?.snippet;
  if (owner === undefined || snippet === undefined) return undefined;
  return fix(`Add '${keyword}'`, insertion(owner, snippetText(snippet), place.document));
}

function constructFix(
  { kind, place: where }: Extract<WayToSay, { by: 'construct' }>['construct'],
  place: FixPlace,
): Fix | undefined {
  const owner = ownerOf(kind, place);
  if (owner === undefined) return undefined;
  if ('block' in where) {
    const starts = blockSchema(kind, where.block)?.fields.slice(0, 3) ?? [];
    return blockIn(owner, where.block, starts, place);
  }
  return 'part' in where && where.part === 'title' ? titleFix(owner, place) : undefined;
}

function titleFix(owner: AstNode, { diagnostic }: FixPlace): Fix | undefined {
  const at = diagnostic.range.end;
  if (!('name' in owner) || ('title' in owner && owner.title !== undefined)) return undefined;
  return fix('Add a title', { range: { start: at, end: at }, newText: ` "${undetermined}"` });
}

/** The declaration of a kind that the diagnostic stands in. */
function ownerOf(kind: string, { node }: FixPlace): AstNode | undefined {
  for (let current: AstNode | undefined = node; current !== undefined; current = current.$container)
    if (kindOf(current) === kind && bodySchemaOf(current) !== undefined) return current;
  return undefined;
}

function blocksOf(owner: AstNode): readonly Block[] {
  return 'statements' in owner && Array.isArray(owner.statements)
    ? (owner.statements as AstNode[]).filter(isBlock)
    : [];
}

/** A block with the fields that are asked for. */
function newBlock({ concept, fields }: Asked, place: FixPlace): Fix | undefined {
  for (const way of fields.flatMap((field) => waysToSay(`${concept}.${field}`))) {
    if (way.by !== 'field' || way.block === undefined) continue;
    const owner = ownerOf(way.kind, place);
    const known = blockSchema(way.kind, way.block)?.fields ?? [];
    const wanted = known.filter(({ name }) => fields.includes(name));
    if (owner !== undefined && wanted.length > 0) return blockIn(owner, way.block, wanted, place);
  }
  return undefined;
}

/** A declaration with the fields that are asked for, after the product. */
function newDeclaration({ concept, fields }: Asked, place: FixPlace): Fix | undefined {
  const { document, node, services } = place;
  const [root = ''] = concept.split('.');
  const ways = [...waysToSay(concept), ...fields.flatMap((field) => waysToSay(`${root}.${field}`))];
  const kind = ways.map(kindOfWay).find((each) => each !== undefined) ?? root;
  const schema = declarationSchema(kind);
  const { declarations = [] } = document.parseResult.value as Partial<Spec>;
  const after = AstUtils.getContainerOfType(node, isProduct) ?? declarations.at(-1);
  if (schema === undefined || after === undefined || kind === 'product') return undefined;
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  const wanted = schema.fields.filter((field) =>
    fields.some((each) => conceptOf(schema, field) === `${root}.${each}`),
  );
  const isNameless = schema.syntax === `${kind} [<name>] ["<title>"]`;
  const isPlain = isNameless || schema.syntax === `${kind} <name> ["<title>"]`;
  const text = isPlain
    ? `${kind}${isNameless ? '' : ` ${name}`} {\n${bodyText(wanted)}\n}`
    : declarationText(kind, name, after, services);
  return text === undefined ? undefined : fix(`Declare '${kind}'`, declarationAfter(after, text, document));
}

function kindOfWay(way: WayToSay): string | undefined {
  if (way.by === 'construct') return way.construct.kind;
  if (way.by === 'field') return way.block === undefined ? way.kind : undefined;
  return way.kinds.find((kind) => declarationSchema(kind) !== undefined);
}

function fix(title: string, edit: TextEdit | undefined): Fix | undefined {
  return edit && { title, edits: [edit] };
}
