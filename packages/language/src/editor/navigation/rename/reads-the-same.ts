import {
  type AstNode,
  CstUtils,
  GrammarUtils,
  type LangiumDocument,
  type LangiumParser,
  TextDocument,
} from 'langium';
import { isColumnValue, isWordValue } from '../../../generated/ast.js';
import { meaningOf } from '../../value-types.js';
import type { Occurrence } from '../occurrence.js';
import { lineIn, refuse } from './refusal.js';

/** A place, and what is to be written there. */
export interface Replacement {
  readonly occurrence: Occurrence;
  readonly text: string;
}

/**
 * Refuses a name that would be read as something else where it is used: every word of the language may be a name,
 * but not everywhere.
 *
 * @param replacements those of one file, in the order of the text
 * @throws ResponseError with the sentence that says where
 */
export function refuseMisread(
  document: LangiumDocument,
  replacements: readonly Replacement[],
  parser: LangiumParser,
  from: LangiumDocument,
): void {
  const before = document.parseResult;
  const edits = replacements.map(({ occurrence, text }) => ({
    range: occurrence.place.range,
    newText: text,
  }));
  const after = parser.parse(TextDocument.applyEdits(document.textDocument, edits));
  let shift = 0;
  for (const { occurrence, text } of replacements) {
    const { place, node } = occurrence;
    const offset = place.offset + shift;
    shift += text.length - place.length;
    const root = after.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
    const property = GrammarUtils.findAssignment(place)?.feature;
    const isSame =
      leaf?.text === text &&
      GrammarUtils.findAssignment(leaf)?.feature === property &&
      leaf.astNode.$type === node.$type;
    if (isSame || (leaf?.text === text && isColumnInTicks(node, leaf.astNode))) continue;
    const line = lineIn(document, place.range.start.line, from);
    refuse(`'${text}' cannot be the name: in ${line} it would be read as a word of the language.`);
  }
  if (after.parserErrors.length > before.parserErrors.length)
    refuse('The name is a word of the language, and could not be read as a name everywhere it is used.');
}

/** A word that names a column, and the same place with the column in backticks. */
function isColumnInTicks(before: AstNode, after: AstNode): boolean {
  if (isColumnValue(before)) return isWordValue(after);
  return isWordValue(before) && meaningOf(before) === 'column' && isColumnValue(after);
}
