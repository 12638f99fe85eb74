import type { ChecklistItem } from '../protocol/protocol.js';
import type { Pack } from './pack.js';
import { type PackedExpression, packExpression, unpackExpression } from './packed-expression.js';

/** The lines of a checklist in its file, which count from 1. */
export interface PackLines {
  readonly file: string;
  readonly line: number;
  /** By the item's name. */
  readonly items: ReadonlyMap<string, number>;
}

/** Conditions and sources repeat from item to item: an item holds their place in the list. */
interface Packed {
  readonly head: Omit<Pack, 'items'>;
  readonly file: string;
  readonly line: number;
  readonly conditions: readonly PackedExpression[];
  readonly sources: readonly string[];
  readonly items: readonly PackedItem[];
}

type PackedItem = readonly [
  rest: Omit<ChecklistItem, 'appliesWhen' | 'requires' | 'provenance'>,
  line: number,
  appliesWhen: number,
  requires: PackedExpression | null,
  status: 'verified' | 'memory' | null,
  source: number,
];

/** A checklist with its place in the library as one line of text. */
export function encodePack(pack: Pack, lines: PackLines): string {
  const conditions = new Map<string, PackedExpression>();
  const sources = new Set<string>();
  const { items, ...head } = pack;
  const packed = items.map(({ appliesWhen, requires, provenance, ...rest }): PackedItem => {
    const condition = appliesWhen === null ? null : packExpression(appliesWhen);
    const key = JSON.stringify(condition);
    if (condition !== null) conditions.set(key, condition);
    if (provenance !== null) sources.add(provenance.source);
    return [
      rest,
      lines.items.get(rest.name) ?? lines.line,
      condition === null ? -1 : [...conditions.keys()].indexOf(key),
      requires === null ? null : packExpression(requires),
      provenance?.status ?? null,
      provenance === null ? -1 : [...sources].indexOf(provenance.source),
    ];
  });
  const whole: Packed = {
    head,
    file: lines.file,
    line: lines.line,
    conditions: [...conditions.values()],
    sources: [...sources],
    items: packed,
  };
  return JSON.stringify(whole);
}

/** What `encodePack` made of a checklist. */
export function decodePack(text: string): { readonly pack: Pack; readonly lines: PackLines } {
  const { head, file, line, conditions, sources, items } = JSON.parse(text) as Packed;
  return {
    pack: { ...head, items: items.map((item) => decodeItem(item, conditions, sources)) },
    lines: { file, line, items: new Map(items.map(([{ name }, at]) => [name, at])) },
  };
}

function decodeItem(
  [rest, , condition, requires, status, source]: PackedItem,
  conditions: readonly PackedExpression[],
  sources: readonly string[],
): ChecklistItem {
  const appliesWhen = conditions[condition];
  return {
    ...rest,
    appliesWhen: appliesWhen === undefined ? null : unpackExpression(appliesWhen),
    requires: requires === null ? null : unpackExpression(requires),
    provenance: status === null ? null : { status, source: sources[source] ?? '' },
  };
}
