import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  GrammarUtils,
  isReference,
  type LangiumDocument,
  type URI,
  UriUtils,
} from 'langium';
import type { CheckContext } from '../../checks/check-context.js';
import {
  type Declaration,
  isChecklist,
  isCompliance,
  isDimension,
  isFactDeclaration,
  isItem,
  isProduct,
  isSubgroups,
  isWaiver,
  isWordValue,
  type Spec,
} from '../../generated/ast.js';
import { importsOf } from '../../references/import-graph.js';
import { meaningOf } from '../value-types.js';
import type { ColumnGraph } from './column-graph.js';
import { type ColumnUse, endpointNamed, placeOfUse } from './column-use.js';
import type { Declared, Meant } from './meant.js';
import { inOrder, type Occurrence, occurrenceAt } from './occurrence.js';

/** Where all files are looked at for what a word stands for. */
export interface Sight {
  readonly files: readonly LangiumDocument[];
  readonly context: CheckContext;
  readonly columns: ColumnGraph;
}

/** All places that name what a word stands for, file by file, in the order of the text. */
export function occurrencesOf(meant: Meant, sight: Sight): Occurrence[] {
  switch (meant.kind) {
    case 'declared':
      return inOrder(ofDeclared(meant.node, sight), sight.files);
    case 'column':
      return inOrder(ofColumn(meant.use, sight), sight.files);
    case 'file':
      return inOrder(importsOfFile(meant.uri, sight), sight.files);
    case 'shipped':
      return inOrder(namingShipped(meant, sight), sight.files);
    case 'fact':
      return [];
  }
}

function ofColumn(use: ColumnUse, sight: Sight): Occurrence[] {
  const declaration = sight.columns.declaration(use);
  return sight.columns.same(use).flatMap((each) => {
    const isDeclaration = each.declares !== undefined && each.declares === declaration?.declares;
    const own = occurrenceAt(each.node, placeOfUse(each), isDeclaration);
    // `feature age { … }` is named like its column, and may itself be spoken of.
    return isFactDeclaration(each.node) ? [...own, ...referencesTo(each.node, sight)] : own;
  });
}

function ofDeclared(node: Declared, sight: Sight): Occurrence[] {
  const own = occurrenceAt(node, GrammarUtils.findNodeForProperty(node.$cstNode, 'name'), true);
  return [...own, ...referencesTo(node, sight), ...mentionsOf(node, sight)];
}

/** The cross-references to a node; of `Demographics.sex` the word that names it. */
function referencesTo(node: Declared, { files }: Sight): Occurrence[] {
  return files.flatMap((document) =>
    document.references.flatMap((reference) => {
      if (!isReference(reference) || reference.$refNode === undefined) return [];
      const target = reference.ref;
      const { $refNode: place, $refText: text } = reference;
      const holder = place.astNode;
      const words = CstUtils.flattenCst(place).filter(({ hidden }) => !hidden);
      if (target === node) {
        if (isWordValue(holder) && meaningOf(holder) !== 'declaration') return [];
        return occurrenceAt(holder, words.toArray().at(-1));
      }
      const isQualified = isSubgroups(node) && isDimension(target) && target.$container === node;
      return isQualified && text.includes('.') ? occurrenceAt(holder, words.head()) : [];
    }),
  );
}

/** What names a node by a plain word: checklists and their items, and the endpoints of estimands. */
function mentionsOf(node: Declared, { files, context }: Sight): Occurrence[] {
  if (isChecklist(node) || isItem(node)) {
    const checklist = isItem(node) ? node.$container : node;
    return files.flatMap(declarationsOf).flatMap((declaration) =>
      namingChecklists(declaration)
        .filter(({ pack }) => pack === checklist.name && context.visible(declaration).includes(checklist))
        .flatMap((each) => {
          if (!isItem(node)) return occurrenceAt(each, propertyNode(each, 'pack'));
          const isOwn = isWaiver(each) && each.item === node.name;
          return isOwn ? occurrenceAt(each, propertyNode(each, 'item')) : [];
        }),
    );
  }
  const { $container: trial } = node;
  return trial === undefined
    ? []
    : AstUtils.streamAllContents(trial)
        .filter(isWordValue)
        .filter((value) => endpointNamed(value) === node)
        .flatMap((value) => occurrenceAt(value, propertyNode(value, 'word')))
        .toArray();
}

function importsOfFile(file: URI, { files, context }: Sight): Occurrence[] {
  return files.flatMap((document) =>
    importsOf(document).flatMap((each) => {
      const target = context.imports.target(document.uri, each.path);
      const isThis = target.kind === 'file' && UriUtils.equals(target.uri, file);
      return isThis ? occurrenceAt(each, propertyNode(each, 'path')) : [];
    }),
  );
}

/** Where a shipped checklist or item is named; a declared checklist of the same name is another one. */
function namingShipped(
  { pack, item }: Extract<Meant, { kind: 'shipped' }>,
  { files, context }: Sight,
): Occurrence[] {
  return files
    .flatMap(declarationsOf)
    .flatMap((declaration) =>
      namingChecklists(declaration)
        .filter((each) => each.pack === pack)
        .filter(() => !context.visible(declaration).some((each) => isChecklist(each) && each.name === pack)),
    )
    .flatMap((each) => {
      if (item === undefined) return occurrenceAt(each, propertyNode(each, 'pack'));
      return isWaiver(each) && each.item === item ? occurrenceAt(each, propertyNode(each, 'item')) : [];
    });
}

function namingChecklists(declaration: Declaration) {
  if (isWaiver(declaration)) return [declaration];
  if (!isProduct(declaration)) return [];
  return (declaration.statements ?? []).filter(isCompliance).flatMap(({ packs }) => packs ?? []);
}

function propertyNode(node: AstNode, property: string): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, property);
}

function declarationsOf(document: LangiumDocument): readonly Declaration[] {
  return (document.parseResult.value as Partial<Spec>).declarations ?? [];
}
