import { type AstNode, AstUtils, type CstNode, GrammarUtils } from 'langium';
import {
  type Declaration,
  type Endpoint,
  isAllocation,
  isColumnValue,
  isDimension,
  isEndpoint,
  isFactDeclaration,
  isFeature,
  isField,
  isLogColumn,
  isOutcomes,
  isScenarioChange,
  isTarget,
  isTrial,
  isWordValue,
  type WordValue,
} from '../../generated/ast.js';
import { treeNodes } from '../../grammar/tree-nodes.js';
import { meaningOf, namesColumn } from '../value-types.js';
import { homeOf, homeOfPlace, namesEndpoint } from './column-home.js';

/** A place that names a column of the data. */
export interface ColumnUse {
  readonly column: string;
  readonly node: AstNode;
  readonly property: string;
  readonly index: number | undefined;
  /** The declaration whose data has the column. */
  readonly home: AstNode;
  /** How much the place says of the column: an input or output most, a role in a log less, a subgroup least. */
  readonly declares: 'feature' | 'role' | 'group' | undefined;
}

/** All places in a declaration that name columns, as far as they could be read. */
export function columnUsesIn(declaration: Declaration): ColumnUse[] {
  const home = homeOf(declaration);
  return writtenColumnsIn(declaration).map((each) => withHome(each, home));
}

/** A place that names a column; whose data has it depends on what references lead to. */
export type WrittenColumn = Omit<ColumnUse, 'home'>;

/** Completes a place with the declaration it stands in, or whose data that speaks of. */
export function withHome(written: WrittenColumn, home: AstNode): ColumnUse {
  return { ...written, home: homeOfPlace(written.node, home) };
}

/** What `columnUsesIn` finds, without asking where references lead. */
export function writtenColumnsIn(declaration: Declaration): WrittenColumn[] {
  return treeNodes(declaration).flatMap(columnsAt);
}

function columnsAt(node: AstNode): WrittenColumn[] {
  const use = (
    property: string,
    column: string | undefined,
    declares?: ColumnUse['declares'],
    index?: number,
  ): WrittenColumn[] =>
    column === undefined || column === '' ? [] : [{ column, node, property, index, declares }];
  const uses = (property: string, columns: readonly string[] | undefined): WrittenColumn[] =>
    (columns ?? []).flatMap((column, index) => use(property, column, undefined, index));
  if (isFeature(node)) return use('name', node.name, 'feature');
  if (isLogColumn(node)) {
    return [...use('column', node.column, 'role'), ...use('availableAt', node.availableAt, 'role')];
  }
  if (isOutcomes(node)) return use('key', node.key);
  if (isDimension(node)) return use('column', node.column, 'group');
  if (isTarget(node)) return uses('columns', node.columns);
  if (isEndpoint(node)) return use('column', node.column);
  if (isAllocation(node)) return [...use('unit', node.unit), ...uses('strata', node.strata)];
  if (isScenarioChange(node)) return [...use('column', node.column), ...use('source', node.source)];
  if (isColumnValue(node)) return namesColumn(node) ? use('column', node.column) : [];
  if (isWordValue(node)) {
    const column = meaningOf(node) === 'column' && endpointNamed(node) === undefined;
    return column ? use('word', node.word?.$refText) : [];
  }
  // `feature race { … }` says more about the column of its name, unless it names another.
  if (isFactDeclaration(node) && node.kind === 'feature') {
    const named = (node.statements ?? []).some((each) => isField(each) && each.name === 'column');
    return named ? [] : use('name', node.name);
  }
  return [];
}

/** The endpoint an estimand names where other records name columns. */
export function endpointNamed(value: WordValue): Endpoint | undefined {
  return endpointOf(value, value.word?.$refText);
}

/** The endpoint that an estimand would mean by a name, where a value says which endpoint it is about. */
export function endpointOf(value: WordValue, name: string | undefined): Endpoint | undefined {
  if (!namesEndpoint(value)) return undefined;
  const trial = AstUtils.getContainerOfType(value, isTrial);
  return (trial?.statements ?? []).filter(isEndpoint).find((each) => each.name === name);
}

/** Where the column stands in the text; undefined where it could not be read. */
export function placeOfUse({ node, property, index }: ColumnUse): CstNode | undefined {
  return GrammarUtils.findNodesForProperty(node.$cstNode, property)[index ?? 0];
}
