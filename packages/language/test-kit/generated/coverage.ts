import { type AstNode, AstUtils, CstUtils } from 'langium';
import { bodySchemaOf, kindOf } from '../../src/checks/declaration-kind.js';
import { isBlock, isField, type Spec } from '../../src/generated/ast.js';
import { clauseSchemas, declarationSchemas, statementSchemas, topLevel } from '../../src/schema/index.js';

/** Every entry of the schema table: `model`, `model.artifact`, `product/intendedUse.users`, `monitor: check`, `check: gap`. */
export const tableEntries: readonly string[] = [
  ...declarationSchemas.flatMap(({ kind, fields, blocks }) => [
    kind,
    ...fields.map(({ name }) => `${kind}.${name}`),
    ...blocks.flatMap(({ name, fields: inside }) => [
      `${kind}/${name}`,
      ...inside.map((field) => `${kind}/${name}.${field.name}`),
    ]),
  ]),
  ...statementSchemas.flatMap(({ in: places, keyword }) => places.map((place) => `${place}: ${keyword}`)),
  ...clauseSchemas.flatMap(({ in: places, keyword }) => places.map((place) => `${place}: ${keyword}`)),
];

/** The entries of the table that a spec has. */
export function entriesIn(spec: Spec): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of AstUtils.streamAst(spec)) {
    const { $container: container, $containerProperty: property } = node;
    if (container === undefined) continue;
    if (property === 'imports' || node.$type === 'Waiver') addStatement(topLevel, node, found);
    else if (property === 'declarations' || node.$type === 'Modification') found.add(kindOf(node));
    if (isBlock(node) && bodySchemaOf(node) !== undefined) found.add(`${kindOf(container)}/${node.name}`);
    if (property === 'statements' || property === 'clauses') addMember(container, node, found);
  }
  return found;
}

function addMember(container: AstNode, node: AstNode, found: Set<string>): void {
  const body = isBlock(container)
    ? `${kindOf(container.$container)}/${container.name}`
    : kindOf(container);
  if (isField(node)) found.add(`${body}.${node.name}`);
  // Sources and columns of logs are fields of the table with syntax of their own.
  else if ('role' in node) found.add(`${body}.${String(node.role)}`);
  addStatement(body, node, found);
}

/** Statements are known by the words they begin with, clauses by words inside them. */
function addStatement(place: string, node: AstNode, found: Set<string>): void {
  const words = wordsIn(node);
  const own = statementSchemas.filter((each) => each.in.includes(place));
  const begun = own.filter(({ keyword }) => ` ${words}`.startsWith(` ${keyword} `));
  const statements = begun.length > 0 || node.$type !== 'Dimension' ? begun.map(({ keyword }) => keyword) : ['<name> ='];
  for (const keyword of statements) found.add(`${place}: ${keyword}`);
  const hosts = [...statements, ...('role' in node ? [String(node.role)] : [])];
  for (const { in: places, keyword } of clauseSchemas)
    for (const host of hosts)
      if (places.includes(host) && words.includes(` ${keyword} `)) found.add(`${host}: ${keyword}`);
}

/** The words of a node, with a space after each. */
function wordsIn({ $cstNode }: AstNode): string {
  if ($cstNode === undefined) return '';
  return CstUtils.flattenCst($cstNode)
    .filter(({ hidden }) => !hidden)
    .map(({ text }) => `${text} `)
    .toArray()
    .join('');
}
