import { type ChecklistItem, conformanceOf, type Expression, packs } from '@vigil/language';
import { afterAll, describe, expect, it } from 'vitest';
import { expressionText } from '../../packages/language/src/checklists/expression/print.js';
import { protocolOf, today } from '../../packages/language/test-kit/judged-text.js';
import { linesFor, undecidable } from './fixtures/conditions.js';
import { linesSaying } from './fixtures/facts.js';
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

async function judge(pack: string, item: string, lines: readonly string[]) {
  const text = specText(lines);
  const checklist = packs().find(({ name }) => name === pack)!;
  const only = { ...checklist, items: checklist.items.filter(({ name }) => name === item) };
  const result = conformanceOf(await protocolOf(text), [only], today).packs[0]!.items[0]!;
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
const decided = { present: 0, related: 0, elsewhere: 0, openOnly: 0 };

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
      if (expected === 'open') return;
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

afterAll(() => {
  console.info(
    `${decided.present} items by presence and ${decided.related} by relation decided both ways, ` +
      `${decided.openOnly} open until a record tells, of ${structural.length} structural ones`,
  );
});
