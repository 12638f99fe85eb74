import { definitions, type Entry, type MaybeBlock, note, paragraph, prose } from '../content/block.js';
import { code, joined, link, strong, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';

/** How a document begins: the product, the protocol it is compiled from, and what the document does and does not say. */
export function opening(
  reader: SpecReader,
  about: string,
  entries: readonly Entry[] = [],
): readonly MaybeBlock[] {
  const { product, models } = reader.protocol;
  const compiled = models.map(({ name, version }) => words`${link(name, `Model ${name}`)} ${version}`);
  return [
    product?.title ? paragraph(strong(product.title)) : null,
    prose(reader.productDocumentation()),
    definitions([
      ['Protocol', code(reader.protocolId)],
      ...(models.length === 0 ? [] : [['Models', joined(compiled)] as const]),
      ...entries,
    ]),
    paragraph(about),
    note(
      'Compiled from the specification: what it does not state is marked “Not stated”, with the field by which it would be. A statement in this document says what is intended, not that it is sufficient; that is for a reviewer to judge.',
    ),
  ];
}

/** "Model card: SepsisWatch", or the kind of document alone where no product is declared. */
export function titleOf(kind: string, { protocol }: SpecReader): string {
  return protocol.product === null ? kind : `${kind}: ${protocol.product.name}`;
}
