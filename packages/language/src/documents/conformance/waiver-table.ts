import type { PackConformance } from '../../checklists/conformance.js';
import { type MaybeBlock, table } from '../content/block.js';
import type { SpecReader } from '../spec-reader.js';

/** Every item that is waived, or was: why, by whom, until when. */
export function waiverTable(packs: readonly PackConformance[], reader: SpecReader): MaybeBlock {
  const waived = packs
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.waiver === null ? [] : [{ item, waiver: item.waiver }]));
  return table(
    'Waivers',
    ['Item', 'Because', 'Approved by', 'Until', 'Expired'],
    waived.map(({ item, waiver }) => [
      `${item.pack}: ${item.title}`,
      waiver.because,
      reader.person(waiver.approvedBy),
      waiver.until,
      waiver.expired ? 'yes: it no longer counts' : 'no',
    ]),
  );
}
