import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { titleOf } from '../../../checks/declaration-noun.js';
import {
  isChecklist,
  isDimension,
  isEndpoint,
  isNamedDeclaration,
  isSubgroups,
  isWordValue,
} from '../../../generated/ast.js';
import { treeNodes } from '../../../grammar/tree-nodes.js';
import { frameworkOf } from '../../../schema/index.js';
import { meaningOf, typesOf } from '../../value-types.js';
import { namesEndpoint } from '../column-home.js';
import type { Declared } from '../meant.js';
import type { Navigator } from '../navigator.js';
import type { Occurrence } from '../occurrence.js';
import { placeOfNode, refuse } from './refusal.js';

/**
 * Refuses a new name of a declaration that is another's already, or that a word which means something else bears.
 *
 * @param from the file the rename began in
 * @throws ResponseError with the sentence that says so
 */
export function refuseClash(
  node: Declared,
  name: string,
  occurrences: readonly Occurrence[],
  navigator: Navigator,
  from: LangiumDocument,
): void {
  const other = sharingNames(node, navigator).find((each) => each !== node && nameOf(each) === name);
  if (other !== undefined)
    refuse(`The name is taken already by ${titleOf(other)} (${placeOfNode(other, from)}).`);
  const framework = isChecklist(node) ? frameworkOf(name) : undefined;
  if (framework !== undefined) refuse(`'${name}' is the name of a framework: ${framework.name}.`);
  for (const { node: holder } of occurrences) refuseOtherMeaning(holder, name, from);
  refuseCapture(node, name, from, navigator);
}

/** What is told apart by the same names: siblings, or declarations that some file sees together. */
function sharingNames(node: Declared, navigator: Navigator): readonly AstNode[] {
  if (!isNamedDeclaration(node) && !isDimension(node)) {
    const siblings: readonly AstNode[] = node.$container.statements ?? [];
    return siblings.filter(({ $type }) => $type === node.$type);
  }
  const visible = filesThatSee(node, navigator).flatMap((file) => navigator.visibleIn(file));
  return isDimension(node)
    ? visible.filter(isSubgroups).flatMap(({ statements }) => (statements ?? []).filter(isDimension))
    : visible.filter(isNamedDeclaration);
}

/** A word of an enumeration stays one even where a declaration bears its name. */
function refuseOtherMeaning(holder: AstNode, name: string, from: LangiumDocument): void {
  if (!isWordValue(holder)) return;
  const isTaken = typesOf(holder)?.some((each) => each.kind === 'enum' && Object.hasOwn(each.words, name));
  if (isTaken === true)
    refuse(
      `'${name}' is a word with a meaning of its own where the name is used (${placeOfNode(holder, from)}).`,
    );
}

/** A word that stands for itself must not come to stand for the declaration. */
function refuseCapture(node: Declared, name: string, from: LangiumDocument, navigator: Navigator): void {
  const within = isEndpoint(node)
    ? treeNodes(node.$container)
    : isNamedDeclaration(node)
      ? filesThatSee(node, navigator).flatMap(({ parseResult }) => treeNodes(parseResult.value))
      : [];
  for (const word of within.filter(isWordValue)) {
    if (word.word?.$refText !== name) continue;
    const isCaptured = isEndpoint(node)
      ? namesEndpoint(word)
      : typesOf(word) !== undefined && meaningOf(word) === 'text';
    if (isCaptured) {
      const meant = titleOf(node);
      refuse(`'${name}' is written in ${placeOfNode(word, from)} already, where it does not mean ${meant}.`);
    }
  }
}

function filesThatSee(node: AstNode, navigator: Navigator): LangiumDocument[] {
  const home = AstUtils.getDocument(node);
  return navigator.files().filter((file) => navigator.seenFrom(file).includes(home));
}

function nameOf(node: AstNode): string | undefined {
  return 'name' in node && typeof node.name === 'string' ? node.name : undefined;
}
