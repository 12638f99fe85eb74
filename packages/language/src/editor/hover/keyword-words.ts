import { type AstNode, type CstNode, CstUtils, type LeafCstNode } from 'langium';
import { kindOf } from '../../checks/declaration-kind.js';
import { isDimension, isMetricTerm, isSpec } from '../../generated/ast.js';
import {
  clauseSchemas,
  declarationSchema,
  itemsOf,
  type StatementSchema,
  statementSchemas,
  topLevel,
} from '../../schema/index.js';
import { itemsWords } from './items-words.js';

/** Where a keyword of several words begins, e.g. `over last`. */
interface Phrase {
  readonly schema: StatementSchema;
  readonly offset: number;
}

/** A keyword of a declaration, a statement or a clause, as Markdown; undefined for words that say nothing alone. */
export function keywordWords(leaf: LeafCstNode): string | undefined {
  const around = [...ancestors(leaf.astNode)];
  const clause = phrasesAt(leaf, clauseSchemas).find(({ schema }) => belongs(schema, around));
  const statement = clause ?? phrasesAt(leaf, statementSchemas).find((phrase) => begins(phrase, around));
  return statement === undefined ? declarationWord(leaf) : statementWords(statement.schema);
}

/** A statement or clause of the table. */
export function statementWords({
  keyword,
  documentation,
  syntax,
  example,
  otherwise = [],
  concepts = [],
}: StatementSchema): string {
  const items = itemsWords(itemsOf(concepts));
  return [
    `**${keyword}**: ${documentation}`,
    ...(syntax === keyword ? [] : [`\`${syntax}\``]),
    `\`\`\`vigil\n${[example, ...otherwise].join('\n')}\n\`\`\``,
    ...(items === undefined ? [] : [items]),
  ].join('\n\n');
}

/** The first word of a declaration says what such a declaration is for. */
function declarationWord(leaf: LeafCstNode): string | undefined {
  const node = leaf.astNode;
  if (leaf.offset !== node.$cstNode?.offset) return undefined;
  const schema = declarationSchema(kindOf(node));
  return schema === undefined
    ? undefined
    : `**${schema.kind}**: ${schema.documentation}\n\n\`${schema.syntax}\``;
}

/** The keywords of a table that a word is part of, where it stands. */
function phrasesAt(leaf: LeafCstNode, schemas: readonly StatementSchema[]): Phrase[] {
  return schemas.flatMap((schema) => {
    const words = schema.keyword.split(' ');
    return words.flatMap((word, index) => {
      const offset = word === leaf.text ? startOf(leaf, words, index) : undefined;
      return offset === undefined ? [] : [{ schema, offset }];
    });
  });
}

/** Where the keyword begins, if the words around the one at `index` are the others of it. */
function startOf(leaf: LeafCstNode, words: readonly string[], index: number): number | undefined {
  let first: CstNode | undefined = leaf;
  for (const word of words.slice(0, index).reverse()) {
    first = first === undefined ? undefined : CstUtils.getPreviousNode(first, false);
    if (first?.text !== word) return undefined;
  }
  let next: CstNode | undefined = leaf;
  for (const word of words.slice(index + 1)) {
    next = next === undefined ? undefined : CstUtils.getNextNode(next, false);
    if (next?.text !== word) return undefined;
  }
  return first?.offset;
}

/** A statement stands in its kind of declaration and begins with its keyword. */
function begins({ schema, offset }: Phrase, around: readonly AstNode[]): boolean {
  return around.some((node, index) => {
    if (node.$cstNode?.offset !== offset) return false;
    const outside = around.slice(index + 1);
    return schema.in.some((place) =>
      place === topLevel ? isSpec(outside[0]) : outside.some((each) => kindOf(each) === place),
    );
  });
}

/** A clause stands in its kind of statement; what is measured in an expression is written as in a check. */
function belongs(clause: StatementSchema, around: readonly AstNode[]): boolean {
  return clause.in.some((keyword) =>
    around.some((node) => {
      if (keyword === '<name> =') return isDimension(node);
      if (keyword === 'check' && isMetricTerm(node)) return true;
      return startsWith(node, keyword);
    }),
  );
}

function startsWith(node: AstNode, keyword: string): boolean {
  if (isSpec(node)) return false;
  const words = keyword.split(' ').join('\\s+');
  return new RegExp(`^${words}(?![\\w-])`).test(node.$cstNode?.text ?? '');
}

function* ancestors(start: AstNode): Iterable<AstNode> {
  for (let node: AstNode | undefined = start; node !== undefined; node = node.$container) yield node;
}
