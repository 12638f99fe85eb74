import { type ChecklistItem, conformanceOf, type Expression, packs, protocolId } from '@vigil/language';
import { afterAll, describe, expect, it } from 'vitest';
import { expressionText } from '../../packages/language/src/checklists/expression/print.js';
import type { Records } from '../../packages/language/src/checklists/records.js';
import { protocolOf, today } from '../../packages/language/test-kit/judged-text.js';
import { linesFor, undecidable } from './fixtures/conditions.js';
import { linesSaying } from './fixtures/facts.js';
import { openOnly } from './fixtures/open.js';
import { relations } from './fixtures/relations.js';
import { specText } from './fixtures/spec-text.js';

/** The concepts of a condition that only asks for facts: `present(a.b) && present(c.d)`; undefined for others. */
function askedFacts(requires: Expression | null): readonly string[] | undefined {
  const parts = conjuncts(requires);
  const facts = parts.map((part) => {
    const [call, ...more] = part.kind === 'path' ? part.parts : [];
    const [argument] = call?.name === 'present' && more.length === 0 ? (call.call ?? []) : [];
    if (argument?.kind !== 'path' || argument.parts.length !== 2) return undefined;
    return argument.parts.some((each) => each.call !== null)
      ? undefined
      : argument.parts.map(({ name }) => name).join('.');
  });
  return facts.every((fact) => fact !== undefined) ? facts.flatMap((fact) => fact ?? []) : undefined;
}

function conjuncts(expression: Expression | null): readonly Expression[] {
  if (expression === null) return [];
  return expression.kind === 'binary' && expression.operator === 'and'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression];
}

async function judge(pack: string, item: string, lines: readonly string[], records?: Records, asOf = today) {
  const text = specText(lines);
  const checklist = packs().find(({ name }) => name === pack)!;
  const only = { ...checklist, items: checklist.items.filter(({ name }) => name === item) };
  const result = conformanceOf(await protocolOf(text), [only], asOf, records).packs[0]!.items[0]!;
  return { text, ...result };
}

const conditionOf = ({ appliesWhen }: ChecklistItem) =>
  appliesWhen === null ? undefined : expressionText(appliesWhen);

const structural = packs().flatMap(({ name, items }) =>
  items
    .filter(({ kind }) => kind === 'structural')
    .map((item) => [`${name}.${item.name}`, name, item] as const),
);
const present = structural.filter(([, , { requires }]) => askedFacts(requires) !== undefined);
const related = structural.filter(([, , { requires }]) => askedFacts(requires) === undefined);
const recorded = { evidence: 0, attestation: 0 };
const decided = { present: 0, related: 0, openOnly: 0 };

describe('an item that asks for facts is met by them alone, and not without one of them', () => {
  it.each(present)('%s', async (_, pack, item) => {
    const facts = askedFacts(item.requires) ?? [];
    const { yes, no } = linesFor(conditionOf(item));
    const met = await judge(pack, item.name, [...linesSaying(facts), ...yes]);
    expect([met.status, met.reason, met.text]).toEqual(['met', '', met.text]);
    expect(met.presenceOnly).toBe(true);
    for (const fact of facts) {
      const lines = [...linesSaying(facts.filter((each) => each !== fact)), ...yes];
      const without = await judge(pack, item.name, lines);
      // A statement may say several of the facts, and the condition may need one of them.
      if (without.status === 'met') continue;
      const expected = undecidable.includes(conditionOf(item) ?? '') ? 'open' : 'unmet';
      expect([without.status, without.text], fact).toEqual([expected, without.text]);
      if (expected === 'open') {
        decided.openOnly++;
        return;
      }
      expect(without.missing, fact).toContain(fact);
    }
    const nothing = await judge(pack, item.name, yes);
    expect(nothing.status === 'met', nothing.text).toBe(false);
    if (no.length > 0) {
      const other = await judge(pack, item.name, no);
      expect(other.status, other.text).toBe('notApplicable');
    }
    decided.present++;
  });
});

describe('an item about a relation is met by the one spec and not by the other', () => {
  it.each(related.filter(([id]) => relations[id] !== undefined))('%s', async (id, pack, item) => {
    const { yes, no } = linesFor(conditionOf(item));
    const { met, unmet } = relations[id]!;
    const good = await judge(pack, item.name, [...yes, ...met]);
    expect([good.status, good.reason, good.text]).toEqual(['met', '', good.text]);
    const bad = await judge(pack, item.name, [...yes, ...unmet]);
    expect([bad.status, bad.text]).toEqual(['unmet', bad.text]);
    expect(bad.reason).not.toBe('');
    if (no.length > 0) {
      const other = await judge(pack, item.name, no);
      expect(other.status, other.text).toBe('notApplicable');
    }
    decided.related++;
  });
});

describe('an item that only a record can tell is open, and never met', () => {
  it.each(Object.entries(openOnly))('%s', async (id, { lines, because }) => {
    const [, pack, item] = related.find(([name]) => name === id)!;
    const { yes } = linesFor(conditionOf(item));
    const result = await judge(pack, item.name, [...yes, ...lines]);
    expect([result.status, result.text]).toEqual(['open', result.text]);
    expect(result.reason).toMatch(because);
    decided.openOnly++;
  });
});

describe('an item that a record or a person decides', () => {
  const others = packs().flatMap(({ name, items }) =>
    items
      .filter(({ kind }) => kind !== 'structural')
      .map((item) => [`${name}.${item.name}`, name, item] as const),
  );

  it.each(others)('%s is open until then', async (_, pack, item) => {
    const lines = linesFor(conditionOf(item)).yes;
    const id = protocolId(await protocolOf(specText(lines)));
    const status = async (records?: Records, asOf?: string) =>
      (await judge(pack, item.name, lines, records, asOf)).status;
    expect(await status()).toBe('open');
    if (item.kind === 'evidence') {
      const [call] = item.requires?.kind === 'path' ? item.requires.parts : [];
      const [type] = call?.call ?? [];
      if (type?.kind !== 'text') throw new Error('no type of evidence');
      const record = (passed: boolean, of = id): Records => ({
        evidence: [{ type: type.value, protocolId: of, date: today, passed }],
        attestations: [],
      });
      expect(await status(record(true))).toBe('met');
      expect(await status(record(false))).toBe('unmet');
      expect(await status(record(true, 'sha256:of another spec'))).toBe('open');
      recorded.evidence++;
    } else {
      const { role = '', months = null } = item.attestation ?? {};
      const statement = (by: string, of = id): Records => ({
        evidence: [],
        attestations: [{ pack, item: item.name, role: by, protocolId: of, date: '2025-11-20' }],
      });
      expect(await status(statement(role), '2025-11-21')).toBe('met');
      expect(await status(statement('Passerby'), '2025-11-21')).toBe('open');
      expect(await status(statement(role, 'sha256:of another spec'), '2025-11-21')).toBe('open');
      expect(await status(statement(role), '2029-11-21')).toBe(months === null ? 'met' : 'unmet');
      recorded.attestation++;
    }
  });
});

it('every structural item has a fixture', () => {
  const without = related.map(([id]) => id).filter((id) => !(id in relations) && !(id in openOnly));
  expect(without).toEqual([]);
  const known = new Set<string>(related.map(([id]) => id));
  expect([...Object.keys(relations), ...Object.keys(openOnly)].filter((id) => !known.has(id))).toEqual([]);
});

afterAll(() => {
  console.info(
    `${decided.present} items by presence and ${decided.related} by relation decided both ways, ` +
      `${decided.openOnly} open until a record tells, of ${structural.length} structural ones; ` +
      `${recorded.evidence} by evidence and ${recorded.attestation} by attestation`,
  );
});
