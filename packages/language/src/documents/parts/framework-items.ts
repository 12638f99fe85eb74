import type { FrameworkItem } from '../../schema/index.js';
import { type MaybeBlock, table } from '../content/block.js';
import { type Inline, joined, notStated, strong, withoutFullStop, words } from '../content/inline.js';
import { answerTo, answerWords } from '../facts/said.js';
import type { SpecReader } from '../spec-reader.js';
import { fieldWords } from '../wording/quantity.js';

export const itemColumns = ['What is asked', 'Clause', 'What the specification says'];

/** The items of a framework, each with its clause and with what the spec says to it; what is not said is named. */
export function itemTable(caption: string, items: readonly FrameworkItem[], reader: SpecReader): MaybeBlock {
  return table(
    caption,
    itemColumns,
    items.map((item) => itemRow(item, reader)),
  );
}

export function itemRow(item: FrameworkItem, reader: SpecReader): readonly Inline[] {
  return [item.title, item.citation, itemWords(item, reader)];
}

/** What the spec says to an item: one answer by itself, several each with what it is about; what is missing comes last. */
function itemWords({ concepts }: FrameworkItem, reader: SpecReader): Inline {
  const answers = concepts.map((concept) => ({ concept, answer: answerTo(concept, reader) }));
  const given = answers.filter(({ answer }) => answer.said.length > 0);
  const missing = answers.filter(({ answer }) => answer.said.length === 0).map(({ answer }) => answer.write);
  const [only] = given;
  if (only !== undefined && answers.length === 1) return answerWords(only.answer);
  const parts: Inline[] = given.map(
    ({ concept, answer }) => words`${strong(topicOf(concept))}: ${withoutFullStop(answerWords(answer))}`,
  );
  return joined(missing.length === 0 ? parts : [...parts, notStated(...new Set(missing))], '; ');
}

/** `organization.contact` is "Organization contact". */
export function topicOf(concept: string): string {
  return fieldWords(concept.replaceAll('.', ' '));
}
