import { pointerTo } from '../../protocol/canonical-json.js';
import type { Model, Protocol } from '../../protocol/protocol.js';
import { added, type Change, removed } from '../change.js';
import { compareModel, type ModelChange } from './compare-model.js';
import { judge } from './judge.js';
import { type ModelPair, modelPairs } from './model-pairs.js';
import type { Aspect, ModelVerdict } from './model-verdict.js';

/** What changed about models, and the verdict on each. */
export interface ModelChanges {
  readonly changes: readonly Change[];
  readonly verdicts: readonly ModelVerdict[];
  /** Why a log that now belongs to another model has to be approved again; null where a plan covers the change. */
  readonly servedBy: (before: string | null, after: string | null) => string | null;
}

/**
 * Compares models with those in whose place they are.
 *
 * @param before the old Protocol in the names of the new one
 */
export function modelChanges(before: Protocol, after: Protocol): ModelChanges {
  const compared = modelPairs(before, after).map((pair) => {
    const found = compareModel(pair.before, pair.after, placeOf(pair, before, after));
    const aspects = [...new Set(found.flatMap(({ aspect }) => aspect ?? []))].sort();
    return { pair, found, verdict: verdictOf(pair, aspects, before, after) };
  });
  const verdicts = compared.flatMap(({ verdict }) => verdict ?? []);
  const verdictOn = (old: string | null, now: string | null) =>
    compared.find(({ pair }) => pair.before.name === old && pair.after.name === now)?.verdict ?? null;
  return {
    changes: [
      ...compared
        .filter(({ pair }) => pair.before.name === pair.after.name)
        .flatMap(({ found, verdict }) => found.map((one) => flagged(one, verdict))),
      ...gone(before, after, verdicts),
      ...fresh(before, after, verdicts),
    ],
    verdicts,
    servedBy: (old, now) => {
      const verdict = verdictOn(old, now);
      if (verdict === null) return 'predictions of another model are judged';
      return reapprovalBecause(verdict);
    },
  };
}

function placeOf({ before, after }: ModelPair, old: Protocol, now: Protocol) {
  return {
    subject: `model ${after.name}`,
    before: pointerTo('/models', old.models.indexOf(before)),
    after: pointerTo('/models', now.models.indexOf(after)),
  };
}

/** null where nothing of how the model works changed. */
function verdictOf(
  pair: ModelPair,
  aspects: readonly Aspect[],
  before: Protocol,
  after: Protocol,
): ModelVerdict | null {
  if (aspects.length === 0) return null;
  const place = placeOf(pair, before, after);
  const side = ({ name, version }: Model, pointer: string) => ({ name, version, pointer });
  return {
    before: side(pair.before, place.before),
    after: side(pair.after, place.after),
    aspects,
    ...judge(pair, aspects, before, after),
  };
}

/** null for a change that an authorised plan covers. */
function reapprovalBecause({ standing, changePlan }: ModelVerdict): string | null {
  switch (standing) {
    case 'inside':
      return null;
    case 'deviating':
      return `the change of the model deviates from change plan ${changePlan}`;
    case 'outside':
      return 'the change of the model is outside of any authorised change plan';
    case 'unknown':
      return `it cannot be told whether change plan ${changePlan} covers the change of the model`;
  }
}

/** How the model works is judged by the verdict; what is only said about it, for itself. */
function flagged({ aspect, change }: ModelChange, verdict: ModelVerdict | null): Change {
  if (aspect === null || verdict === null) return change;
  const why = reapprovalBecause(verdict);
  return { ...change, reapproval: why !== null, why };
}

function gone(before: Protocol, after: Protocol, verdicts: readonly ModelVerdict[]): readonly Change[] {
  return before.models.flatMap((model, index) => {
    if (after.models.some(({ name }) => name === model.name)) return [];
    const successor = verdicts.find((verdict) => verdict.before.name === model.name);
    const why = successor
      ? reapprovalBecause(successor)
      : 'the model that was approved is not there any more';
    return [removed(`model ${model.name}`, pointerTo('/models', index), 'is not there any more', why)];
  });
}

function fresh(before: Protocol, after: Protocol, verdicts: readonly ModelVerdict[]): readonly Change[] {
  return after.models.flatMap((model, index) => {
    if (before.models.some(({ name }) => name === model.name)) return [];
    const verdict = verdicts.find((one) => one.after.name === model.name);
    const why = verdict ? reapprovalBecause(verdict) : 'nobody approved this model';
    const place = verdict ? ` in place of ${verdict.before.name}` : '';
    return [added(`model ${model.name}`, pointerTo('/models', index), `is new${place}`, why)];
  });
}
