import { AstUtils } from 'langium';
import type { Report } from '../diagnostics/reporter.js';
import {
  type ChangePlan,
  isChangePlan,
  isModification,
  isRollout,
  type MetricCondition,
  type Modification,
  type Recurrence,
  type Stage,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import type { CheckContext } from './check-context.js';
import { titleOf } from './declaration-noun.js';
import { checkDuration } from './duration.js';
import { checkMembersOnce, checkStatementOnce, named } from './members.js';
import { checkMetricTerm } from './metric-term.check.js';
import { percentHint } from './percent-hint.js';
import { isVersion } from './text-format.js';

/** A change plan: version and modifications. */
export function checkChangePlan(plan: ChangePlan, report: Report): void {
  const owner = titleOf(plan);
  if (plan.version !== undefined && !isVersion(plan.version)) {
    report('malformedVersion', { version: plan.version, owner }, { node: plan, property: 'version' });
  }
  checkMembersOnce('modification', owner, named((plan.statements ?? []).filter(isModification)), report);
}

/** How a modification is brought into use. */
export function checkModification(modification: Modification, report: Report): void {
  const rollouts = (modification.statements ?? []).filter(isRollout);
  checkStatementOnce('rollout', titleOf(modification), rollouts, report);
  for (const { stages } of rollouts) for (const stage of stages ?? []) checkStage(stage, report);
}

function checkStage(stage: Stage, report: Report): void {
  checkDuration(stage.duration, report);
  const { kind, share } = stage;
  if (kind === undefined) return;
  if (kind === 'canary' && share === undefined) {
    report(
      'stageShare',
      { stage: kind, problem: 'serves a share of the patients: write e.g. `canary 10%`' },
      { node: stage },
    );
  } else if (kind !== 'canary' && share !== undefined) {
    const problem =
      kind === 'full' ? 'serves all patients: leave the share out' : 'serves no patient: leave the share out';
    report('stageShare', { stage: kind, problem }, { node: stage, property: 'share' });
  } else if (share !== undefined && !(quantityValue(share) > 0 && quantityValue(share) < 1)) {
    const problem = `serves more than none and less than all patients; found ${share}${percentHint(share)}`;
    report('stageShare', { stage: kind, problem }, { node: stage, property: 'share' });
  }
}

/** A metric in a condition of a change plan is measured on the plan’s model, on test data chosen by the plan. */
export function checkMetricCondition(
  condition: MetricCondition,
  report: Report,
  context: CheckContext,
): void {
  const plan = AstUtils.getContainerOfType(condition, isChangePlan);
  if (condition.metric === undefined || plan === undefined) return;
  const place = { model: plan.model?.ref, hasReference: true, hasGroups: false };
  checkMetricTerm(condition.metric, place, report, context);
}

/** `every 3 months` in a condition. */
export function checkRecurrence(recurrence: Recurrence, report: Report): void {
  checkDuration(recurrence.every, report);
}
