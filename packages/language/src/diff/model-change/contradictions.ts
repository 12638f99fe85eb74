import type {
  ChangePlan,
  Expression,
  FactValue,
  Model,
  Modification,
  Protocol,
} from '../../protocol/protocol.js';
import { intersection, regionOf } from '../comparing/region.js';
import { termKey, termWords } from '../comparing/term.js';
import { quoted, same } from '../comparing/value.js';
import { linearComparison } from '../expressions/linear.js';
import { expressionWords } from '../expressions/words.js';
import { comparisonWords } from './comparison-words.js';
import type { ModelPair } from './model-pairs.js';

/** What in the specs shows that a modification was not followed, one sentence each. */
export function contradictions(
  modification: Modification,
  plan: ChangePlan,
  pair: ModelPair,
  before: Protocol,
  after: Protocol,
): readonly string[] {
  return [
    ...intendedUse(modification, before, after),
    ...shadowStage(modification, pair, before),
    ...testData(modification, plan, pair.after),
    ...acceptance(modification, pair.after),
  ];
}

/** A plan keeps the device within its intended use, unless it says otherwise. */
function intendedUse({ name, facts }: Modification, before: Protocol, after: Protocol): readonly string[] {
  const [old, now] = [before, after].map(({ product }) => product?.blocks.intendedUse ?? {});
  return facts.keepsIntendedUse === false || same(old, now)
    ? []
    : [`the intended use changed as well, which modification ${name} has to keep`];
}

function shadowStage({ name, rollout }: Modification, pair: ModelPair, before: Protocol): readonly string[] {
  const shadowed = before.logs.some(({ shadows }) => shadows.some(({ model }) => model === pair.after.name));
  return rollout[0]?.stage === 'shadow' && pair.takesOver && pair.before.name !== pair.after.name && !shadowed
    ? [
        `the rollout of modification ${name} begins with a shadow stage, and no log recorded ${pair.after.name} as a shadow`,
      ]
    : [];
}

function testData(modification: Modification, plan: ChangePlan, model: Model): readonly string[] {
  const stated = modification.blocks.protocol?.evalTestData ?? blockFact(plan.facts.protocol, 'evalTestData');
  const names = referencesIn(stated);
  return model.trainedOn !== null && names.includes(model.trainedOn)
    ? [`${model.name} was trained on ${model.trainedOn}, the test data of modification ${modification.name}`]
    : [];
}

function acceptance({ name, rules }: Modification, model: Model): readonly string[] {
  const asked = rules.filter(({ kind }) => kind === 'accept').flatMap(({ when }) => conjuncts(when));
  return asked.flatMap((condition) => {
    const comparison = linearComparison(condition);
    const term = soleMetric(condition);
    if (comparison === null || term === null) return [];
    const wanted = regionOf([{ operator: comparison.operator, value: comparison.bound }]);
    return model.claims
      .filter(({ metric }) => termKey(metric) === termKey(term))
      .filter(({ limit }) => intersection(wanted, regionOf([limit])).length === 0)
      .map(
        ({ metric, limit }) =>
          `${model.name} claims ${termWords(metric)} ${comparisonWords(limit)}, and modification ${name} is accepted when ${quoted(expressionWords(condition))}`,
      );
  });
}

function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'binary' && expression.operator === 'and'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression];
}

/** The metric of `auroc >= 0.6`, a comparison of the candidate alone with a number. */
function soleMetric(expression: Expression) {
  if (expression.kind !== 'binary') return null;
  const [left, right] = [expression.left, expression.right];
  const metric = left.kind === 'metric' ? left : right.kind === 'metric' ? right : null;
  const number = left.kind === 'number' || right.kind === 'number';
  return metric !== null && number && metric.of === 'candidate' ? metric.term : null;
}

function blockFact(block: FactValue | undefined, member: string): FactValue | undefined {
  if (typeof block !== 'object' || Array.isArray(block) || !Object.hasOwn(block, member)) return undefined;
  return (block as { readonly [name: string]: FactValue })[member];
}

function referencesIn(fact: FactValue | undefined): readonly string[] {
  if (Array.isArray(fact)) return fact.flatMap(referencesIn);
  const name = blockFact(fact, '$reference');
  return typeof name === 'string' ? [name] : [];
}
