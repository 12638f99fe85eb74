import { chosenPacks } from '../../checklists/chosen-packs.js';
import type { Conformance, ItemStatus, PackConformance } from '../../checklists/conformance.js';
import { conformanceChart, statusWords } from '../charts/conformance-chart.js';
import {
  bullets,
  type DocumentTree,
  type MaybeBlock,
  note,
  paragraph,
  present,
  section,
  table,
} from '../content/block.js';
import { type Inline, strong, words } from '../content/inline.js';
import type { DocumentInput } from '../document.js';
import { opening, titleOf } from '../parts/opening.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { itemRow } from './item-row.js';
import { waiverTable } from './waiver-table.js';

const kinds = [
  {
    kind: 'structural',
    heading: 'decided from the text',
    about: 'Decided from the text of the specification alone.',
  },
  {
    kind: 'evidence',
    heading: 'needs evidence',
    about: 'Open until the result of a run or an entry of the audit trail decides it.',
  },
  {
    kind: 'attestation',
    heading: 'needs a statement',
    about: 'Open until a person in the role that is named has stated it and signed; the statement expires.',
  },
] as const;

/**
 * Every item of every checklist the specification complies with: status, kind, where it is answered, and waivers.
 * The three kinds of truth stand in tables of their own.
 */
export function conformanceMatrix({ compilation, conformance }: DocumentInput): DocumentTree {
  const reader = specReader(compilation);
  return {
    title: titleOf('Conformance matrix', reader),
    blocks: present([
      ...opening(
        reader,
        'The checklists that the specification says it complies with, item by item. This is not legal advice: a checklist is our reading of its source, its severities are our choice, and an item that is met does not prove compliance.',
        conformance === null ? [] : [['Judged as of', conformance.asOf]],
      ),
      ...(conformance === null ? [note('The checklists were not judged.')] : matrix(conformance, reader)),
    ]),
  };
}

function matrix(conformance: Conformance, reader: SpecReader): readonly MaybeBlock[] {
  const { packs } = conformance;
  if (packs.length === 0)
    return [note(['The specification names no checklist: write ', '“comply with” in the product.'])];
  return [
    section('How to read it', bullets(legend)),
    section('Summary', summaryTable(packs), conformanceChart(conformance), waiverTable(packs, reader)),
    ...packs.map((pack) => packSection(pack, reader)),
  ];
}

const legend: readonly Inline[] = [
  words`${strong('met')}: the condition holds. Where it says “present, not judged”, the condition only shows that the fields are filled; whether what they say suffices is for a reviewer.`,
  words`${strong('unmet')}: the condition does not hold; the reason names what is missing.`,
  words`${strong('open')}: nothing decides it yet: evidence or a signed statement is not there, or it could not be evaluated. Open is never met.`,
  words`${strong('waived')}: set aside with a reason, by a person, until a day.`,
  words`${strong('not applicable')}: the condition under which it applies does not hold.`,
  words`${strong('from memory')} after a clause: the item was not checked against its source; check it before relying on it.`,
];

function summaryTable(packs: readonly PackConformance[]): MaybeBlock {
  const statuses = Object.keys(statusWords) as ItemStatus[];
  return table(
    'Items by checklist and status',
    ['Checklist', 'Edition', 'Items', ...statuses.map((status) => statusWords[status])],
    packs.map(({ pack, title, edition, pinned, items }) => [
      `${pack}: ${title}`,
      editionWords(edition, pinned),
      String(items.length),
      ...statuses.map((status) => String(items.filter((item) => item.status === status).length)),
    ]),
  );
}

function editionWords(edition: string | null, pinned: string | null): string {
  if (pinned === null) return edition ?? '';
  return edition === null || edition === pinned
    ? `${pinned} (pinned)`
    : `${edition}; the specification asks for ${pinned}`;
}

function packSection(pack: PackConformance, reader: SpecReader): MaybeBlock {
  const checklist = chosenPacks(reader.protocol).find(({ name }) => name === pack.pack);
  const known = new Map(checklist?.items.map((item) => [item.name, item]));
  return section(
    `Checklist ${pack.pack}`,
    paragraph(pack.title),
    ...kinds.map(({ kind, heading, about }) => {
      const items = pack.items.filter((item) => item.kind === kind);
      const rows = table(
        `Items of ${pack.pack}, ${heading}`,
        ['Item', 'Clause', 'Status', 'Severity', 'Where', 'Why'],
        items.map((item) => itemRow(item, known.get(item.item), reader)),
      );
      return rows === null ? null : section(`${pack.pack}: ${heading}`, paragraph(about), rows);
    }),
  );
}
