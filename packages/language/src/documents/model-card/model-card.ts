import { type FrameworkItem, itemsOfFramework } from '../../schema/index.js';
import { type DocumentTree, type MaybeBlock, present, section, table } from '../content/block.js';
import { emphasis, words } from '../content/inline.js';
import type { DocumentInput } from '../document.js';
import { itemColumns, itemRow } from '../parts/framework-items.js';
import { opening, titleOf } from '../parts/opening.js';
import { modelsSection } from '../parts/system-sections.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { isMeasured, readerOf } from './card-items.js';
import { type CardChapter, chaiChapters, sourceAttributeChapters } from './chapters.js';

/**
 * The model card: the source attributes of ONC HTI-1 (45 CFR 170.315(b)(11)) and the fields of the CHAI applied
 * model card, each with what the specification says, and the models with inputs, outputs and claims.
 */
export function modelCard({ compilation }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  return {
    title: titleOf('Model card', reader),
    blocks: present([
      ...opening(
        reader,
        'The source attributes that ONC HTI-1 asks of a predictive decision support intervention, and the fields of the CHAI applied model card. Measured performance is not in this card: a claim is what the specification promises, and the report of a run shows what was found.',
      ),
      chapters('Source attributes (ONC HTI-1)', 'onc-hti1', sourceAttributeChapters, reader),
      chapters('Applied model card (CHAI)', 'chai-model-card', chaiChapters, reader),
      modelsSection(reader),
    ]),
  };
}

/** The items of a framework by chapter; what no chapter takes comes last, so that a new item appears by itself. */
function chapters(
  heading: string,
  framework: string,
  planned: readonly CardChapter[],
  reader: SpecReader,
): MaybeBlock {
  const items = itemsOfFramework(framework);
  const taken = new Set<string>();
  const sections = planned.map(({ title, items: starts }) => {
    const own = starts
      .flatMap((start) => items.filter(({ id }) => matches(id, start)))
      .filter(({ id }) => !taken.has(id));
    for (const { id } of own) taken.add(id);
    return section(title, cardTable(title, own, reader));
  });
  const others = items.filter(({ id }) => !taken.has(id));
  return section(
    heading,
    ...sections,
    section(`Further points (${framework})`, cardTable('Further points', others, reader)),
  );
}

/** `onc-hti1.b.1` and `chai-model-card.metrics-` begin several items, `chai-model-card.use` is one: `users` is another. */
function matches(id: string, start: string): boolean {
  return id === start || (/[\d.-]$/.test(start) && id.startsWith(start));
}

function cardTable(caption: string, items: readonly FrameworkItem[], reader: SpecReader): MaybeBlock {
  return table(
    caption,
    itemColumns,
    items.map((item) => {
      const [asked = '', clause = '', said = ''] = itemRow(item, readerOf(item.id, reader));
      const measured = words`${said}; ${emphasis('measured values')}: in the report of a run`;
      return [asked, clause, isMeasured(item.id) ? measured : said];
    }),
  );
}
