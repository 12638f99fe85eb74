import type { ItemResult } from '../../checklists/conformance.js';
import { statusWords } from '../charts/conformance-chart.js';
import { code, type Inline, joined, notStated, words } from '../content/inline.js';
import { placeOfConcept } from '../facts/said.js';
import type { SpecReader } from '../spec-reader.js';
import { placeWords } from './place-words.js';

export function itemRow(item: ItemResult, reader: SpecReader): readonly Inline[] {
  const { title, cites, provenance, severity, reason } = item;
  const memory = provenance?.status === 'memory' ? ' (from memory)' : '';
  return [
    words`${title} ${code(item.item)}`,
    `${cites.join('; ')}${memory}`,
    statusOf(item),
    severity,
    whereWords(item, reader),
    item.waiver === null ? reason : waiverWords(item.waiver, reader),
  ];
}

function statusOf({ status, presenceOnly }: ItemResult): string {
  return presenceOnly && status === 'met' ? 'met (present, not judged)' : statusWords[status];
}

/** Where it is answered; for an unmet item, the fields by which it would be. */
function whereWords({ status, missing, at }: ItemResult, { protocol }: SpecReader): Inline {
  if (status === 'unmet' && missing.length > 0) return notStated(...missing.map(placeOfConcept));
  return joined([...new Set(at.map((pointer) => placeWords(pointer, protocol)))]);
}

function waiverWords(waiver: NonNullable<ItemResult['waiver']>, reader: SpecReader): Inline {
  const { because, approvedBy, until, expired } = waiver;
  return words`${because}; approved by ${reader.person(approvedBy)}, ${expired ? 'expired on' : 'until'} ${until}`;
}
