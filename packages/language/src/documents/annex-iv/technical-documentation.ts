import { itemsOfFramework } from '../../schema/index.js';
import {
  type DocumentTree,
  definitions,
  type MaybeBlock,
  paragraph,
  present,
  section,
} from '../content/block.js';
import type { DocumentInput } from '../document.js';
import { answerTo, answerWords } from '../facts/said.js';
import { topicOf } from '../parts/framework-items.js';
import { opening, titleOf } from '../parts/opening.js';
import { productSection } from '../parts/product-section.js';
import { dataSection, modelsSection } from '../parts/system-sections.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { annexPoints } from './annex-points.js';

/**
 * A skeleton of the technical documentation of Annex IV of the EU AI Act: its nine points, each with what the
 * specification says. What the specification cannot hold, such as drawings or test reports, is to be added.
 */
export function technicalDocumentation({ compilation }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  return {
    title: titleOf('Technical documentation, EU AI Act Annex IV', reader),
    blocks: present([
      ...opening(
        reader,
        'A skeleton after Annex IV of Regulation (EU) 2024/1689. Each point says in short what the Annex asks and then what the specification states; drawings, test reports and the declaration of conformity itself are to be attached.',
      ),
      ...annexPoints.map((point) => pointSection(point, reader)),
      productSection(reader),
      modelsSection(reader),
      dataSection(reader),
    ]),
  };
}

function pointSection({ number, title, asks }: (typeof annexPoints)[number], reader: SpecReader): MaybeBlock {
  const items = itemsOfFramework('eu-ai-act').filter(({ id }) => pointOf(id) === number);
  return section(
    `${number}. ${title}`,
    paragraph(asks),
    ...items.map((item) =>
      section(
        `${item.citation}: ${item.title}`,
        definitions(
          item.concepts.map((concept) => [topicOf(concept), answerWords(answerTo(concept, reader))]),
        ),
      ),
    ),
  );
}

/** `eu-ai-act.annex-iv.2g.signed` belongs to point 2. */
function pointOf(id: string): number | undefined {
  const found = /^eu-ai-act\.annex-iv\.(\d+)/.exec(id)?.[1];
  return found === undefined ? undefined : Number(found);
}
