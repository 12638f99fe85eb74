import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { ChangePlan, Modification } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileDuration } from './duration.js';
import { compileExpression, type ExpressionContext } from './expression.js';
import { compileBlocks, compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

export function compileChangePlan(plan: ast.ChangePlan, context: CompileContext): Part<ChangePlan> {
  const facts = compileFacts(plan.statements, 'changePlan', context);
  const inside: ExpressionContext = { ...context, model: plan.model.ref };
  const modifications = statementsOf(plan.statements, 'Modification')
    .map((modification) => compileModification(modification, inside))
    .sort(({ value: a }, { value: b }) => (a.name < b.name ? -1 : 1));
  return part(
    plan,
    {
      name: plan.name,
      title: plan.title ?? null,
      facts: facts.value,
      model: plan.model.$refText,
      version: plan.version ?? null,
      modifications: values(modifications),
    },
    { facts, modifications },
  );
}

function compileModification(modification: ast.Modification, context: ExpressionContext): Part<Modification> {
  const { statements } = modification;
  const facts = compileFacts(
    statements.filter(({ $type }) => $type !== 'Block'),
    'modification',
    context,
  );
  const blocks = compileBlocks(statements, 'modification', context);
  const rules = statementsOf(statements, 'ChangeRule').map((rule) =>
    part(rule, { kind: rule.kind, when: compileExpression(rule.condition, context) }),
  );
  const rollout = statementsOf(statements, 'Rollout').flatMap(({ stages }) => stages.map(compileStage));
  return part(
    modification,
    {
      name: modification.name,
      title: modification.title ?? null,
      facts: facts.value,
      rules: values(rules),
      rollout: values(rollout),
      blocks: blocks.value,
    },
    { facts, rules, rollout, blocks },
  );
}

function compileStage(stage: ast.Stage): Part<Modification['rollout'][number]> {
  return part(stage, {
    stage: stage.kind,
    share: stage.share === undefined ? null : quantityValue(stage.share),
    for: stage.duration ? compileDuration(stage.duration) : null,
  });
}
