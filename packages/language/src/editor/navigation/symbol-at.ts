import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  GrammarUtils,
  isReference,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium';
import { packNamed } from '../../checklists/packs.js';
import type { CheckContext } from '../../checks/check-context.js';
import { kindOf } from '../../checks/declaration-kind.js';
import {
  isBlock,
  isChecklist,
  isDeclaration,
  isDimension,
  isFactDeclaration,
  isField,
  isImport,
  isItem,
  isPack,
  isPath,
  isPathPart,
  isSubgroups,
  isWaiver,
  isWordValue,
  type Pack,
  type PathPart,
  type Waiver,
} from '../../generated/ast.js';
import { referencesOf } from '../../grammar/tree-nodes.js';
import { meaningOf } from '../value-types.js';
import { type ColumnUse, columnUsesIn, endpointNamed, placeOfUse } from './column-use.js';
import { isDeclared, type Meant, type SymbolAt } from './meant.js';

/** What the word at a position stands for; undefined for keywords, numbers, texts, metrics and words of enumerations. */
export function symbolAt(
  document: LangiumDocument,
  offset: number,
  context: CheckContext,
): SymbolAt | undefined {
  const leaf = wordAt(document, offset);
  if (leaf === undefined) return undefined;
  const node = leaf.astNode;
  const column = columnUseAt(leaf);
  if (column !== undefined)
    return { place: placeOfUse(column) ?? leaf, meant: { kind: 'column', use: column } };
  const property = GrammarUtils.findAssignment(leaf)?.feature;
  if (property === undefined) return undefined;
  const meant =
    referenceAt(node, property, leaf) ??
    (property === 'name' && isDeclared(node) ? { kind: 'declared' as const, node } : undefined) ??
    namedInText(node, property, context);
  return meant === undefined ? undefined : { place: leaf, meant };
}

/** The word at an offset, or else the one that ends there; comments are none. */
function wordAt(document: LangiumDocument, offset: number): LeafCstNode | undefined {
  const root = document.parseResult.value.$cstNode;
  if (root === undefined) return undefined;
  const found = [offset, offset - 1].map((at) => CstUtils.findLeafNodeAtOffset(root, at));
  return found.find((leaf) => leaf !== undefined && !leaf.hidden && /^[\w`"]/.test(leaf.text));
}

/** The column that a word names. */
function columnUseAt(leaf: CstNode): ColumnUse | undefined {
  const { declaration, node } = around(leaf);
  if (declaration === undefined) return undefined;
  return columnUsesIn(declaration)
    .filter((use) => use.node === node)
    .find((use) => covers(placeOfUse(use), leaf));
}

function around(leaf: CstNode) {
  const node = leaf.astNode;
  for (let at: AstNode | undefined = node; at !== undefined; at = at.$container) {
    if (isDeclaration(at)) return { node, declaration: at };
  }
  return { node, declaration: undefined };
}

function covers(place: CstNode | undefined, leaf: CstNode): boolean {
  return place !== undefined && place.offset <= leaf.offset && leaf.end <= place.end;
}

/** The declaration that a cross-reference leads to; in `Demographics.sex` each word leads to its own. */
function referenceAt(node: AstNode, property: string, leaf: CstNode): Meant | undefined {
  if (isWordValue(node)) {
    const endpoint = endpointNamed(node);
    if (endpoint !== undefined && isDeclared(endpoint)) return { kind: 'declared', node: endpoint };
    if (meaningOf(node) !== 'declaration') return undefined;
  }
  const found = referencesOf(node)
    .filter((each) => each.property === property)
    .map(({ reference }) => reference)
    .find((reference) => isReference(reference) && covers(reference.$refNode, leaf));
  if (found === undefined || !isReference(found)) return undefined;
  const target = found.ref;
  if (target === undefined || !isDeclared(target)) return undefined;
  const isFirst =
    isDimension(target) && found.$refText.includes('.') && found.$refNode?.offset === leaf.offset;
  if (isFirst && isSubgroups(target.$container)) return { kind: 'declared', node: target.$container };
  // `feature race { … }` is named like its column: whoever speaks of one speaks of both.
  const [own] = isFactDeclaration(target) ? columnUsesIn(target).filter((use) => use.node === target) : [];
  return own === undefined ? { kind: 'declared', node: target } : { kind: 'column', use: own };
}

/** Names that are plain words in the tree. */
function namedInText(node: AstNode, property: string, context: CheckContext): Meant | undefined {
  if (isImport(node) && property === 'path') {
    const target = context.imports.target(AstUtils.getDocument(node).uri, node.path);
    return target.kind === 'file' ? { kind: 'file', uri: target.uri } : undefined;
  }
  if ((isPack(node) || isWaiver(node)) && (property === 'pack' || property === 'item')) {
    const checklist = context
      .visible(node)
      .filter(isChecklist)
      .find(({ name }) => name === node.pack);
    if (checklist === undefined) return shippedAt(node, property);
    if (property === 'pack') return { kind: 'declared', node: checklist };
    const item = (checklist.statements ?? [])
      .filter(isItem)
      .find(({ name }) => isWaiver(node) && name === node.item);
    return item && { kind: 'declared', node: item };
  }
  return isPathPart(node) && property === 'name' ? factAt(node, context) : undefined;
}

/** The checklist, or the item of it, that a name means when nobody declares it. */
function shippedAt(node: Pack | Waiver, property: 'pack' | 'item'): Meant | undefined {
  const { pack } = node;
  const found = pack === undefined ? undefined : packNamed(pack);
  if (pack === undefined || found === undefined) return undefined;
  if (property === 'pack') return { kind: 'shipped', pack };
  const item = found.items.find(({ name }) => isWaiver(node) && name === node.item);
  return item && { kind: 'shipped', pack, item: item.name };
}

/** What a path such as `product.intendedUse.statement` speaks of, up to a part. */
function factAt(part: PathPart, context: CheckContext): Meant | undefined {
  const path = part.$container;
  if (!isPath(path)) return undefined;
  const names = path.parts.slice(0, path.parts.indexOf(part) + 1).map(({ name }) => name);
  const [kind, ...rest] = names;
  const [only, ...others] = context.visible(part).filter((declaration) => kindOf(declaration) === kind);
  if (only === undefined || others.length > 0) return undefined;
  let found: AstNode = only;
  for (const name of rest) {
    const statements: readonly AstNode[] =
      'statements' in found && Array.isArray(found.statements) ? found.statements : [];
    const next = statements.find((each) => (isField(each) || isBlock(each)) && each.name === name);
    if (next === undefined) return undefined;
    found = next;
  }
  return { kind: 'fact', node: found };
}
