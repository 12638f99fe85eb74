import { definitions, type MaybeBlock, section } from '../content/block.js';
import { joined } from '../content/inline.js';
import { statedEntries } from '../facts/fact-entries.js';
import type { SpecReader } from '../spec-reader.js';
import { fieldWords } from '../wording/quantity.js';

/** The product and its intended use. */
export function productSection(reader: SpecReader): MaybeBlock {
  const { product } = reader.protocol;
  if (!product) return null;
  const packs = product.complyWith.map(({ pack, edition }) =>
    edition === null ? pack : `${pack} ${edition}`,
  );
  const rows = [
    ...statedEntries(product.facts, reader, 'product'),
    ...(packs.length > 0 ? [['Complies with', joined(packs)] as const] : []),
  ];
  const blocks = Object.entries(product.blocks)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, facts]) =>
      section(fieldWords(name), definitions(statedEntries(facts, reader, 'product', name))),
    );
  return section('Product', definitions(rows), ...blocks);
}
