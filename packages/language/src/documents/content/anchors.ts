import type { Block, DocumentTree, Section } from './block.js';

/**
 * The anchor GitHub derives from a heading: lower case, spaces to hyphens, punctuation but hyphen and
 * underscore dropped.
 */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The sections of a document in reading order, with how deep each stands: 2 for those right below the title. */
export function sectionsOf(document: DocumentTree): readonly { section: Section; level: number }[] {
  const below = (blocks: readonly Block[], level: number): { section: Section; level: number }[] =>
    blocks.flatMap((block) =>
      block.kind === 'section' ? [{ section: block, level }, ...below(block.blocks, level + 1)] : [],
    );
  return below(document.blocks, 2);
}

/** The headings a link can lead to. */
export function headingsOf(document: DocumentTree): ReadonlySet<string> {
  return new Set(sectionsOf(document).map(({ section }) => section.heading));
}
