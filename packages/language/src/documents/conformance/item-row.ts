import type { ItemResult } from '../../checklists/conformance.js';
import type { ChecklistItem } from '../../protocol/protocol.js';
import { statusWords } from '../charts/conformance-chart.js';
import { code, type Inline, joined, notStated, withoutFullStop, words } from '../content/inline.js';
import { placeOfConcept, statedPlaces } from '../facts/said.js';
import type { SpecReader } from '../spec-reader.js';
import { askedConcepts } from './asked-concepts.js';
import { placeWords } from './place-words.js';

/** @param asked the item as its checklist has it; undefined where that is not known */
export function itemRow(
  item: ItemResult,
  asked: ChecklistItem | undefined,
  reader: SpecReader,
): readonly Inline[] {
  const { title, cites, provenance, severity } = item;
  const memory = provenance?.status === 'memory' ? ' (from memory)' : '';
  return [
    words`${title} ${code(item.item)}`,
    `${cites.join('; ')}${memory}`,
    statusOf(item),
    severity,
    whereWords(item, asked, reader),
    whyWords(item, asked, reader),
  ];
}

function statusOf({ status, presenceOnly }: ItemResult): string {
  return presenceOnly && status === 'met' ? 'met (present, not judged)' : statusWords[status];
}

/** The fields in which it is answered; for an unmet item, those by which it would be. */
function whereWords(
  { status, missing, at }: ItemResult,
  asked: ChecklistItem | undefined,
  reader: SpecReader,
): Inline {
  if (status === 'unmet' && missing.length > 0) return notStated(...missing.map(placeOfConcept));
  const answered = (asked === undefined ? [] : askedConcepts(asked)).flatMap((concept) =>
    statedPlaces(concept, reader),
  );
  if (answered.length > 0) return joined([...new Set(answered)].map(code));
  return joined([...new Set(at.map((pointer) => placeWords(pointer, reader.protocol)))], '; ');
}

/** The reason, who has to state what a person must state, and the waiver, whether it holds or has ended. */
function whyWords(
  { kind, status, reason, waiver }: ItemResult,
  asked: ChecklistItem | undefined,
  reader: SpecReader,
): Inline {
  const stater = kind === 'attestation' && status !== 'met' ? asked?.attestation : undefined;
  return joined(
    [
      withoutFullStop(reason),
      stater ? words`to be stated by ${stater.role}${monthsWords(stater.months)}` : '',
      waiver === null ? '' : waiverWords(waiver, reader),
    ],
    '; ',
  );
}

function monthsWords(months: number | null): string {
  return months === null ? '' : `, counts for ${months} months`;
}

function waiverWords(waiver: NonNullable<ItemResult['waiver']>, reader: SpecReader): Inline {
  const { because, approvedBy, until, expired } = waiver;
  return words`${expired ? 'waiver ended on' : 'waived until'} ${until}: ${withoutFullStop(because)}, approved by ${reader.person(approvedBy)}`;
}
