import type { AstNode, CstNode, URI } from 'langium';
import {
  type Arm,
  type Dimension,
  type Endpoint,
  type Item,
  isArm,
  isDimension,
  isEndpoint,
  isItem,
  isModification,
  isNamedDeclaration,
  type Modification,
  type NamedDeclaration,
} from '../../generated/ast.js';
import type { ColumnUse } from './column-use.js';

/** What is known by a name of its own in a spec: a declaration, or a part of one that others speak of. */
export type Declared = NamedDeclaration | Dimension | Endpoint | Arm | Modification | Item;

/** What a word in a spec stands for. */
export type Meant =
  | { readonly kind: 'declared'; readonly node: Declared }
  | { readonly kind: 'column'; readonly use: ColumnUse }
  /** A declaration or fact that an expression speaks of by its kind, as `product.isDevice`. */
  | { readonly kind: 'fact'; readonly node: AstNode }
  | { readonly kind: 'file'; readonly uri: URI }
  /** A checklist that ships with Vigil, or an item of it. */
  | { readonly kind: 'shipped'; readonly pack: string; readonly item?: string };

/** A word, and what it stands for. */
export interface SymbolAt {
  readonly place: CstNode;
  readonly meant: Meant;
}

export function isDeclared(node: AstNode): node is Declared {
  return (
    isNamedDeclaration(node) ||
    isDimension(node) ||
    isEndpoint(node) ||
    isArm(node) ||
    isModification(node) ||
    isItem(node)
  );
}
