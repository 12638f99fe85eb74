import type { ChangePlan, Expression, Modification } from '../../protocol/protocol.js';
import { type Change, type Compare, changed, type Place } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { type NamedThings, namedList } from '../comparing/named-list.js';
import { directed, quoted, same, value } from '../comparing/value.js';
import { allImply, anyImplies } from '../expressions/implies.js';
import { expressionWords } from '../expressions/words.js';
import { blocksOf, factsOf } from './facts.js';
import { rolloutWords } from './rollout-words.js';

const PLAN = 'the plan was authorised as it was';

export const changePlans = namedList<ChangePlan>({
  noun: 'changePlan',
  removal: 'changes of the model have no plan any more',
  compare: members<ChangePlan>({
    name: nothing,
    title: value('the title', null, quoted),
    model: value('the model', PLAN),
    version: value('the version', null),
    modifications: namedList<Modification>(modificationsOf()),
    facts: (before, after, place) =>
      factsOf('changePlan', { change: PLAN, addition: before.status === after.status ? PLAN : null })(
        before,
        after,
        place,
      ),
  }),
});

function modificationsOf(): NamedThings<Modification> {
  return {
    noun: 'modification',
    inside: true,
    removal: 'a change of the model that was planned has no plan any more',
    addition: 'the plan allows more changes of the model',
    compare: (before, after, place) => {
      const owner = `modification ${after.name}`;
      const rules = { change: PLAN, owner };
      return members<Modification>({
        name: nothing,
        title: value(`the title of ${owner}`, null, quoted),
        rules: rulesOf(owner),
        rollout: rolloutOf(owner),
        facts: factsOf('modification', rules),
        blocks: blocksOf('modification', rules),
      })(before, after, place);
    },
  };
}

type Rule = Modification['rules'][number];
type Kind = Rule['kind'];

/**
 * Conditions are compared by what they imply: a modification is accepted when all `accept` conditions hold, and made
 * or undone when one of the `trigger` or `rollback` conditions does.
 */
function rulesOf(owner: string): Compare<readonly Rule[]> {
  const kinds: readonly Kind[] = ['trigger', 'accept', 'rollback'];
  return (before, after, place) =>
    kinds.flatMap((kind) =>
      ruleChanges(kind, owner, conditions(before, kind), conditions(after, kind), place),
    );
}

function conditions(rules: readonly Rule[], kind: Kind): readonly Expression[] {
  return rules.filter((rule) => rule.kind === kind).map(({ when }) => when);
}

const whys: { readonly [K in Kind]: string } = {
  trigger: 'the model may be changed on more occasions than was authorised',
  accept: 'changes are accepted that would not have been',
  rollback: 'changes stay that would have been undone',
};

function ruleChanges(
  kind: Kind,
  owner: string,
  before: readonly Expression[],
  after: readonly Expression[],
  place: Place,
): readonly Change[] {
  if (same(before, after)) return [];
  // `narrower`: whatever the new conditions allow, the old ones did.
  const narrower = kind === 'accept' ? allImply(after, before) : anyImplies(after, before);
  const wider = kind === 'accept' ? allImply(before, after) : anyImplies(before, after);
  if (narrower && wider) return [];
  const text = `${kind} of ${owner} ${ruleWords(kind, after)} instead of ${ruleWords(kind, before)}`;
  if (!narrower && !wider) return [changed(place, text, `it cannot be told whether ${whys[kind]}`)];
  const stricter = kind === 'rollback' ? wider : narrower;
  return [directed(place, text, stricter ? 'stricter' : 'weaker', whys[kind])];
}

function ruleWords(kind: Kind, conditions: readonly Expression[]): string {
  if (conditions.length === 0) return kind === 'accept' ? 'without a condition' : 'on no condition';
  const [first, ...rest] = conditions.map(expressionWords);
  return `when ${[first, ...rest].join(kind === 'accept' ? ' and when ' : ' or when ')}`;
}

type Stage = Modification['rollout'][number];

function rolloutOf(owner: string): Compare<readonly Stage[]> {
  return (before, after, place) =>
    same(before, after)
      ? []
      : [
          changed(
            place,
            `the rollout of ${owner} is now ${rolloutWords(after) || 'not given'} instead of ${rolloutWords(before) || 'not given'}`,
            PLAN,
          ),
        ];
}
