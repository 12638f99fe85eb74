import { type AstNode, isReference, type Reference } from 'langium';
import {
  type Declaration,
  isChangePlan,
  isDataset,
  isExpectation,
  isLog,
  isModel,
  isMonitor,
  isScenario,
  isWordValue,
} from '../../generated/ast.js';
import { referencesOf, treeNodes } from '../../grammar/tree-nodes.js';
import { meaningOf, typesOf } from '../value-types.js';
import { type WrittenColumn, writtenColumnsIn } from './column-use.js';

/** What a declaration itself says of columns: the same until it is edited, wherever its references lead. */
export interface Reading {
  readonly columns: readonly WrittenColumn[];
  /** References that may lead to data; none of declarations that join no data. */
  readonly references: readonly Reference[];
  /** Whether it is about all monitors in sight. */
  readonly expectsAll: boolean;
}

/** The readings of declarations; an edit costs a new one of what it changes, not of the whole workspace. */
export class Readings {
  readonly #known = new WeakMap<Declaration, Reading>();

  of(declaration: Declaration): Reading {
    const known = this.#known.get(declaration) ?? readingOf(declaration);
    this.#known.set(declaration, known);
    return known;
  }
}

function readingOf(declaration: Declaration): Reading {
  const columns = writtenColumnsIn(declaration);
  const joins = [isModel, isLog, isDataset, isMonitor, isChangePlan, isScenario].some((is) =>
    is(declaration),
  );
  const nodes = joins ? treeNodes(declaration) : [];
  return {
    columns,
    references: nodes.flatMap(referencesIn),
    expectsAll: nodes.filter(isExpectation).some(({ allMonitors }) => allMonitors),
  };
}

function referencesIn(node: AstNode): Reference[] {
  if (isWordValue(node) && !mayNameDeclaration(node)) return [];
  return referencesOf(node).flatMap(({ reference }) => (isReference(reference) ? reference : []));
}

function mayNameDeclaration(node: Parameters<typeof meaningOf>[0]): boolean {
  return typesOf(node) !== undefined && ['declaration', 'text'].includes(meaningOf(node));
}
