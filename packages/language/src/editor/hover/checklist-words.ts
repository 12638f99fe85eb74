import { conceptsOfItem } from '../../checklists/concepts-of-item.js';
import type { Pack } from '../../checklists/pack.js';
import { packNamed } from '../../checklists/packs.js';
import { escaped } from '../../documents/markdown/escaped.js';
import {
  type Item,
  isCitation,
  isDemand,
  isItemKind,
  isItemSeverity,
  isProvenance,
  isRationale,
  isSatisfaction,
} from '../../generated/ast.js';
import type { ChecklistItem } from '../../protocol/protocol.js';
import { type WayToSay, waysToSay } from '../../schema/index.js';

/** What is shown of an item, shipped or declared. */
type ShownItem = Omit<ChecklistItem, 'about' | 'appliesWhen' | 'requires'>;

/** A checklist that ships with Vigil, as Markdown: edition, status, how much of it was checked, where it is published. */
export function packWords(name: string): string | undefined {
  const pack = packNamed(name);
  if (pack === undefined) return undefined;
  const fact = factsIn(pack);
  const { asOf } = pack.facts;
  const day = typeof asOf === 'object' && asOf !== null && '$date' in asOf ? ` as of ${asOf.$date}` : '';
  const status = [fact('jurisdiction'), fact('legalStatus'), fact('effective')].filter(
    (each) => each !== undefined,
  );
  const url = fact('url');
  const note = fact('note');
  return [
    `checklist **${escaped(name)}**: ${escaped(pack.title ?? name)}`,
    `Edition \`${fact('edition') ?? '?'}\`: ${escaped(fact('published') ?? '')}`,
    `${status.map(escaped).join(' · ')}${day}`,
    countsOf(pack),
    ...(note === undefined ? [] : [escaped(note)]),
    ...(url === undefined ? [] : [`[Where it is published](${url})`]),
    'Requirement texts are our own words. Not legal advice.',
  ].join('\n\n');
}

/** An item of a checklist that ships with Vigil, as Markdown. */
export function shippedItemWords(name: string, item: string): string | undefined {
  const pack = packNamed(name);
  const found = pack?.items.find((each) => each.name === item);
  if (pack === undefined || found === undefined) return undefined;
  const edition = factsIn(pack)('edition');
  const words = itemWords(found, `${name}${edition === undefined ? '' : ` ${edition}`}`);
  const places = placesOf(found);
  return places === undefined ? words : `${words}\n\n${places}`;
}

/** An item of a checklist that a spec declares, as Markdown; half-typed, too. */
export function declaredItemWords(item: Item): string {
  const clauses = item.clauses ?? [];
  const kind = clauses.find(isItemKind);
  const provenance = clauses.find(isProvenance);
  const shown: ShownItem = {
    name: item.name ?? '',
    title: item.title ?? null,
    cites: clauses.filter(isCitation).flatMap((each) => each.clauses ?? []),
    asks: clauses.find(isDemand)?.text ?? null,
    satisfiedBy: clauses.find(isSatisfaction)?.text ?? null,
    because: clauses.find(isRationale)?.because ?? null,
    severity: clauses.find(isItemSeverity)?.severity ?? 'error',
    kind: kind?.kind ?? 'structural',
    attestation: kind?.role === undefined ? null : { role: kind.role, months: kind.months ?? null },
    provenance:
      provenance?.status === undefined
        ? null
        : { status: provenance.status, source: provenance.source ?? '' },
  };
  return itemWords(shown, item.$container?.name ?? '');
}

/** More would bury what the item asks. */
const mostPlaces = 8;

/** How a spec says what an item is about: its words are often not those of the clause. */
function placesOf(item: ChecklistItem): string | undefined {
  const ways = conceptsOfItem(item).flatMap((concept) => waysToSay(concept)[0] ?? []);
  const said = [...new Set(ways.flatMap(wordsOfWay))];
  if (said.length === 0) return undefined;
  const more = said.length > mostPlaces ? ` and ${said.length - mostPlaces} more` : '';
  return `In a spec: ${said.slice(0, mostPlaces).join(', ')}${more}`;
}

function wordsOfWay(way: WayToSay): string[] {
  if (way.by === 'statement') return [`\`${way.keyword}\``];
  if (way.by === 'construct') return [];
  return [`\`${way.block ?? way.kind} { ${way.field} }\``];
}

const decidedBy = {
  structural: 'decided from the spec',
  evidence: 'decided by a run or the audit trail',
  attestation: 'stated by a person',
} as const;

function itemWords(item: ShownItem, checklist: string): string {
  const { name, title, cites, asks, satisfiedBy, because, severity, kind, attestation, provenance } = item;
  const heading = [checklist, ...cites].filter((each) => each !== '').map(escaped);
  return [
    `item **${escaped(name)}**${title === null ? '' : `: ${escaped(title)}`}`,
    `${heading.join(' · ')} · ${severity} · ${decidedBy[kind]}${attestedBy(attestation)}`,
    ...(asks === null ? [] : [escaped(asks)]),
    ...(satisfiedBy === null ? [] : [`Satisfied by: ${escaped(satisfiedBy)}`]),
    ...(because === null ? [] : [`Because ${escaped(because)}`]),
    ...(provenance === null ? [] : [provenanceWords(provenance)]),
  ].join('\n\n');
}

function attestedBy(attestation: ShownItem['attestation']): string {
  if (attestation === null) return '';
  const { role, months } = attestation;
  return `: \`${role}\`${months === null ? '' : `, anew after ${months} ${months === 1 ? 'month' : 'months'}`}`;
}

function provenanceWords({ status, source }: NonNullable<ShownItem['provenance']>): string {
  const said =
    status === 'verified' ? 'Checked against' : 'From memory, to be checked before anybody relies on it';
  return `*${said}: ${escaped(source)}*`;
}

function countsOf({ items }: Pack): string {
  const count = (kind: ChecklistItem['kind']) => items.filter((item) => item.kind === kind).length;
  const fromMemory = items.filter(({ provenance }) => provenance?.status === 'memory').length;
  const kinds = `${count('structural')} structural, ${count('evidence')} evidence, ${count('attestation')} attestation`;
  const memory =
    fromMemory === 0 ? '' : `; ${fromMemory} from memory, to be checked before anybody relies on them`;
  return `${items.length} items: ${kinds}${memory}`;
}

function factsIn({ facts }: Pack): (name: string) => string | undefined {
  return (name) => {
    const fact = facts[name];
    return typeof fact === 'string' ? fact : undefined;
  };
}
