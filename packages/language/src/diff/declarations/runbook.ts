import { durationWords } from '../../documents/wording/quantity.js';
import { canonicalJson, pointerTo } from '../../protocol/canonical-json.js';
import type { Runbook, Step } from '../../protocol/protocol.js';
import { added, type Change, type Compare, changed, type Place, removed } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { shorterIsStricter } from '../comparing/order.js';
import { pairs } from '../comparing/pairs.js';
import { ordered, quoted, value } from '../comparing/value.js';
import { factsOf } from './facts.js';

/** Steps are recognised by what is done; their order is part of what they say. */
const steps: Compare<readonly Step[]> = (before, after, place) => {
  const found = pairs(before, after, [({ action }) => canonicalJson(action), roughAction]);
  return [
    ...found.gone.map(({ item, index }) =>
      removed(
        place.subject,
        pointerTo(place.before, index),
        `the step ${actionWords(item)} is not there any more`,
        'what was to be done is not done any more',
      ),
    ),
    ...found.fresh.map(({ item, index }) =>
      added(place.subject, pointerTo(place.after, index), `the step ${actionWords(item)} is new`),
    ),
    ...found.both.flatMap(({ before: old, after: now }) =>
      stepChanges(old.item, now.item, {
        subject: place.subject,
        before: pointerTo(place.before, old.index),
        after: pointerTo(place.after, now.index),
      }),
    ),
    ...sequence(found.both, place),
  ];
};

function stepChanges(before: Step, after: Step, place: Place): readonly Change[] {
  const step = `the step ${actionWords(after)}`;
  return [
    ...actionChanges(before, after, place),
    ...value<string>(`who does ${step}`, 'somebody else is responsible')(before.by, after.by, place),
    ...ordered({ what: `the time for ${step}`, words: durationWords }, shorterIsStricter, {
      given: 'stricter',
      why: 'it may be done later',
    })(before.within, after.within, place),
  ];
}

function actionChanges(before: Step, after: Step, place: Place): readonly Change[] {
  if (canonicalJson(before.action) === canonicalJson(after.action)) return [];
  if (before.action.kind === 'retrain' && after.action.kind === 'retrain') {
    return [
      ...value<string>('the pipeline of the retraining', 'another pipeline makes the model')(
        before.action.pipeline,
        after.action.pipeline,
        place,
      ),
      ...ordered<string>({ what: 'who approves the retraining', words: String }, () => 'unknown', {
        given: 'stricter',
        why: 'whoever approved it before does not have to any more',
      })(before.action.approval, after.action.approval, place),
    ];
  }
  return [
    changed(place, `the step ${actionWords(before)} is now ${actionWords(after)}`, 'something else is done'),
  ];
}

function sequence(
  both: readonly {
    readonly before: { readonly index: number };
    readonly after: { readonly index: number };
  }[],
  place: Place,
): readonly Change[] {
  const moved = both.some(({ before }, position) => before.index < (both[position - 1]?.before.index ?? -1));
  return moved
    ? [changed(place, 'the steps are done in another order', 'steps may rest on earlier ones')]
    : [];
}

/** A retraining with another pipeline or approver is still the retraining. */
function roughAction({ action }: Step): string | null {
  return action.kind === 'retrain' ? action.kind : null;
}

function actionWords({ action }: Step): string {
  switch (action.kind) {
    case 'task':
      return quoted(action.text);
    case 'pause':
      return `pause ${action.model}`;
    case 'notify':
      return `notify ${action.channel}`;
    case 'retrain': {
      const approval = action.approval === null ? '' : ` after approval of ${action.approval}`;
      return `retrain with ${action.pipeline}${approval}`;
    }
  }
}

export const runbooks = namedList<Runbook>({
  noun: 'runbook',
  compare: members<Runbook>({
    name: nothing,
    title: value('the title', null, quoted),
    steps,
    facts: factsOf('runbook'),
  }),
  removal: 'nobody is told any more what to do',
});
