import type { ChangePlan, Protocol } from '../../protocol/protocol.js';
import { listed, same } from '../comparing/value.js';
import { artifactChange } from './compare-model.js';
import { contradictions } from './contradictions.js';
import { coverageOf } from './coverage.js';
import type { ModelPair } from './model-pairs.js';
import type { Aspect, ModelVerdict, Standing } from './model-verdict.js';
import { conditionsOf, proseBounds } from './open-conditions.js';

type Judgement = Omit<ModelVerdict, 'before' | 'after' | 'aspects'>;
/** The most favourable first: a change needs one plan that covers it. */
const preference: readonly Standing[] = ['inside', 'unknown', 'deviating', 'outside'];

/**
 * Judges a change of a model by the plans that were there before it; a plan that comes with the change authorises
 * nothing. What the text does not tell never counts as inside.
 */
export function judge(
  pair: ModelPair,
  aspects: readonly Aspect[],
  before: Protocol,
  after: Protocol,
): Judgement {
  const plans = before.changePlans.filter(({ model }) => model === pair.before.name);
  const judged = plans.map((plan) => judgeBy(plan, pair, aspects, before, after));
  const best = preference.flatMap((standing) => judged.filter((one) => one.standing === standing))[0];
  if (best !== undefined) return best;
  const fresh = after.changePlans.filter(
    ({ model }) => model === pair.before.name || model === pair.after.name,
  );
  return {
    standing: 'outside',
    changePlan: null,
    modifications: [],
    reasons: [
      `there was no change plan for model ${pair.before.name}`,
      ...fresh.map(
        ({ name }) => `change plan ${name} comes with the change, and authorises nothing before it`,
      ),
    ],
    unknown: [],
    conditions: [],
  };
}

function judgeBy(
  plan: ChangePlan,
  pair: ModelPair,
  aspects: readonly Aspect[],
  before: Protocol,
  after: Protocol,
): Judgement {
  const coverage = coverageOf(aspects, plan.modifications, pair.before, pair.after);
  const { covering, covered, uncovered } = coverage;
  const broken = covering.flatMap((one) => contradictions(one, plan, pair, before, after));
  const status = plan.facts.status;
  const unknown = [
    ...(status === undefined ? [`whether change plan ${plan.name} is authorised: it has no ‘status’`] : []),
    ...(artifactChange(pair.before, pair.after) === 'unknown'
      ? ['whether the artifact changed: the models do not both have a digest (sha256)']
      : []),
    ...coverage.unknown,
    ...covering.flatMap(proseBounds),
  ];
  const refused = status !== undefined && status !== 'authorized';
  const standing: Standing =
    refused || covering.length === 0
      ? 'outside'
      : uncovered.length + broken.length > 0
        ? 'deviating'
        : unknown.length > 0
          ? 'unknown'
          : 'inside';
  const now = after.changePlans.find(({ name }) => name === plan.name);
  return {
    standing,
    changePlan: plan.name,
    modifications: covering.map(({ name }) => name),
    reasons: [
      ...(refused ? [`change plan ${plan.name} was not in force: its status was ${String(status)}`] : []),
      ...covered.map(
        ({ aspect, by }) => `modification ${by} of change plan ${plan.name} covers ${what[aspect]}`,
      ),
      ...(uncovered.length === 0
        ? []
        : [
            `no modification of change plan ${plan.name} covers ${listed(uncovered.map((aspect) => what[aspect]))}`,
          ]),
      ...broken,
      ...(now !== undefined && same(now.modifications, plan.modifications)
        ? []
        : [`change plan ${plan.name} changes at the same time; the old one counts`]),
    ],
    unknown,
    conditions: standing === 'outside' ? [] : covering.flatMap(conditionsOf),
  };
}

const what: { readonly [A in Aspect]: string } = {
  weights: 'another artifact (weights)',
  threshold: 'another operating point (threshold)',
  calibration: 'another calibration',
  inputs: 'other inputs',
  architecture: 'another architecture',
  population: 'another population',
  compatibility: 'another compatibility',
  interface: 'another interface',
  kind: 'another way of changing in use (kind)',
};
