import { durationWords, fieldWords } from '../../documents/wording/quantity.js';
import { canonicalJson } from '../../protocol/canonical-json.js';
import type { Duration, Facts, FactValue } from '../../protocol/protocol.js';
import { added, type Change, type Compare, changed, type Place, removed } from '../change.js';
import { excerpt, excerpts } from '../comparing/excerpt.js';
import { below } from '../comparing/members.js';
import { directed, listed, quoted } from '../comparing/value.js';
import { directionOf } from './fact-direction.js';
import { factMeaning } from './fact-meaning.js';

/** What a change of facts means where the fact itself says nothing about it. */
export interface FactRules {
  /** Why a change has to be approved again; null where it need not be. */
  readonly change?: string | null;
  /** Why a new fact has to be approved again. */
  readonly addition?: string | null;
  /** Facts that are compared elsewhere. */
  readonly except?: readonly string[];
  /** What the facts belong to where the subject alone does not say it: "modification Quarterly". */
  readonly owner?: string;
}

const REMOVAL = 'what was stated and approved is not stated any more';

/**
 * Facts, one by one. A stated fact that goes has to be approved again; a new one need not be.
 *
 * @param kind the declaration, by which the schema's paths begin: `product`, or `product/intendedUse` for a block
 */
export function factsOf(kind: string, rules: FactRules = {}): Compare<Facts> {
  return (before, after, place) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => !rules.except?.includes(name))
      .sort()
      .flatMap((name) =>
        factChanges(
          own(before, name),
          own(after, name),
          { path: `${kind}.${name}`, name: fieldName(name, rules.owner) },
          below(place, name),
          rules,
        ),
      );
}

/** The blocks of a declaration, each with its facts. */
export function blocksOf(kind: string, rules: FactRules = {}): Compare<{ readonly [name: string]: Facts }> {
  return (before, after, place) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) => {
      const owner = rules.owner === undefined ? fieldName(name) : `${rules.owner}, ${fieldName(name)}`;
      return factsOf(`${kind}/${name}`, { ...rules, owner })(
        block(before, name),
        block(after, name),
        below(place, name),
      );
    });
}

interface Fact {
  /** In the schema. */
  readonly path: string;
  /** For people. */
  readonly name: string;
}

function factChanges(
  before: FactValue | undefined,
  after: FactValue | undefined,
  fact: Fact,
  place: Place,
  rules: FactRules,
): readonly Change[] {
  if (before === undefined) {
    if (after === undefined) return [];
    const text = `${fact.name} is now stated: ${factText(after)}`;
    return [added(place.subject, place.after, text, rules.addition ?? null)];
  }
  if (after === undefined)
    return [removed(place.subject, place.before, `${fact.name} is not stated any more`, REMOVAL)];
  if (factMeaning(before) === factMeaning(after)) return [];
  if (isRecord(before) && isRecord(after)) return recordChanges(before, after, fact, place, rules);
  const direction = directionOf(fact.path, before, after);
  const text = factSentence(before, after, fact.name);
  if (direction === 'same') return [changed(place, `${text}, which is as much`, null)];
  if (direction === undefined) return [changed(place, text, rules.change ?? null)];
  return [directed(place, text, direction, 'it was approved with the stricter statement')];
}

function recordChanges(before: Facts, after: Facts, fact: Fact, place: Place, rules: FactRules) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) =>
    factChanges(
      own(before, name),
      own(after, name),
      // The value of `acceptable because "…"` is the fact itself.
      name === 'value' && Object.hasOwn(after, 'because')
        ? fact
        : { path: `${fact.path}.${name}`, name: `${fact.name}, ${fieldWords(name).toLowerCase()}` },
      below(place, name),
      rules,
    ),
  );
}

function factSentence(before: FactValue, after: FactValue, name: string): string {
  if (typeof before === 'string' && typeof after === 'string') {
    const [old, now] = excerpts(before, after);
    return `${name} is now ${quoted(now)} instead of ${quoted(old)}`;
  }
  if (isTextList(before) && isTextList(after)) {
    const gained = after.filter((item) => !before.includes(item));
    const lost = before.filter((item) => !after.includes(item));
    const parts = [
      ...(gained.length > 0 ? [`now lists ${listed(gained.map(quoted))}`] : []),
      ...(lost.length > 0 ? [`does not list ${listed(lost.map(quoted))} any more`] : []),
    ];
    if (parts.length > 0) return `${name} ${parts.join(' and ')}`;
  }
  return `${name} is now ${factText(after)} instead of ${factText(before)}`;
}

/** A fact in words; of a secret only the name. */
function factText(fact: FactValue): string {
  if (typeof fact === 'string') return quoted(fact);
  if (typeof fact !== 'object') return String(fact);
  if (Array.isArray(fact)) return fact.map(factText).join(', ');
  const [[kind, content] = ['', undefined]] = Object.entries(fact);
  if (kind === '$duration') return durationWords(content as Duration);
  if (kind === '$secret') return `the secret ${String(content)}`;
  if (kind.startsWith('$')) return String(content);
  return excerpt(canonicalJson(fact));
}

function fieldName(name: string, owner?: string): string {
  const words = `“${fieldWords(name)}”`;
  return owner === undefined ? words : `${owner}: ${words}`;
}

function isRecord(fact: FactValue): fact is Facts {
  return (
    typeof fact === 'object' &&
    !Array.isArray(fact) &&
    !Object.keys(fact).some((member) => member.startsWith('$'))
  );
}

function isTextList(fact: FactValue): fact is readonly string[] {
  return Array.isArray(fact) && fact.every((item) => typeof item === 'string');
}

function own(facts: Facts, name: string): FactValue | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

function block(blocks: { readonly [name: string]: Facts }, name: string): Facts {
  return Object.hasOwn(blocks, name) ? blocks[name]! : {};
}
