import type { ChecklistItem } from '../protocol/protocol.js';
import type { Pack } from './pack.js';
import { packs } from './packs.js';
import { isPresenceOnly } from './presence-only.js';

/** The tables of docs/regulations.md by the name of the place they stand in. */
export function regulationsTables(): Readonly<Record<string, string>> {
  const all = packs();
  return {
    checklists: checklistTable(all),
    memory: memoryList(all),
    evidence: evidenceTable(all),
    attestation: attestationTable(all),
  };
}

function checklistTable(all: readonly Pack[]): string {
  const rows = all.map((pack) => {
    const { name, items } = pack;
    const [url, edition, jurisdiction, status, effective] = [
      'url',
      'edition',
      'jurisdiction',
      'legalStatus',
      'effective',
    ].map((fact) => factOf(pack, fact));
    return [
      `[\`${name}\`](${url})`,
      plain(pack.title ?? name),
      `\`${edition}\``,
      plain(jurisdiction ?? ''),
      plain(`${status}; ${effective}`),
      String(items.length),
      countsOf(items),
      String(items.filter(isFromMemory).length),
    ];
  });
  const items = all.flatMap((pack) => pack.items);
  const total = ['**all**', '', '', '', '', String(items.length), countsOf(items)];
  return table(
    ['Name', 'Framework', 'Edition', 'Where', 'Status', 'Items', 'P / R / E / A', 'From memory'],
    [...rows, [...total, String(items.filter(isFromMemory).length)]],
  );
}

/** Present, relation, evidence, attestation. */
function countsOf(items: readonly ChecklistItem[]): string {
  const structural = items.filter(({ kind }) => kind === 'structural');
  const present = structural.filter(({ requires }) => requires !== null && isPresenceOnly(requires)).length;
  const count = (kind: ChecklistItem['kind']) => items.filter((item) => item.kind === kind).length;
  return [present, structural.length - present, count('evidence'), count('attestation')].join(' / ');
}

function memoryList(all: readonly Pack[]): string {
  return all
    .flatMap(({ name, items }) => {
      const remembered = items.filter(isFromMemory);
      if (remembered.length === 0) return [];
      const names = remembered.map((item) => `\`${item.name}\``).join(', ');
      const sources = [...new Set(remembered.flatMap(({ provenance }) => provenance?.source ?? []))];
      return [`- **${name}** (${remembered.length}): ${names}. ${sources.map(sentence).join(' ')}`];
    })
    .join('\n');
}

function evidenceTable(all: readonly Pack[]): string {
  const types = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { name, items } of all) {
    for (const { requires } of items) {
      const type = evidenceIn(requires);
      if (type === undefined) continue;
      types.set(type, (types.get(type) ?? new Set()).add(name));
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  const rows = [...types].sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ['Evidence', 'Items', 'Checklists'],
    rows.map(([type, names]) => [
      `\`${type}\``,
      String(counts.get(type) ?? 0),
      [...names].map((name) => `\`${name}\``).join(', '),
    ]),
  );
}

/** `evidence("performance-run")` */
function evidenceIn(requires: ChecklistItem['requires']): string | undefined {
  if (requires?.kind !== 'path') return undefined;
  const [part] = requires.parts;
  const [type] = part?.name === 'evidence' ? (part.call ?? []) : [];
  return type?.kind === 'text' ? type.value : undefined;
}

function attestationTable(all: readonly Pack[]): string {
  const rows = all.flatMap(({ name, items }) =>
    items.flatMap((item) => {
      const { attestation, title } = item;
      if (attestation === null) return [];
      const anew = attestation.months === null ? 'does not lapse' : `${attestation.months} months`;
      return [[`\`${attestation.role}\``, `\`${name}.${item.name}\``, plain(title ?? ''), anew]];
    }),
  );
  return table(
    ['Role', 'Item', 'What is stated', 'Counts for'],
    rows.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

function isFromMemory({ provenance }: ChecklistItem): boolean {
  return provenance?.status === 'memory';
}

function factOf({ facts }: Pack, name: string): string | undefined {
  const fact = facts[name];
  return typeof fact === 'string' ? fact : undefined;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function plain(text: string): string {
  return text.replaceAll('|', '\\|');
}

function sentence(text: string): string {
  const beginning = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return beginning.endsWith('.') ? beginning : `${beginning}.`;
}
