import { AstUtils } from 'langium';
import type { Report } from '../diagnostics/reporter.js';
import {
  isChangePlan,
  isField,
  isMonitor,
  isReaction,
  isRunbook,
  isStep,
  type Monitor,
  type Reaction,
  type Runbook,
  type Spec,
} from '../generated/ast.js';
import type { FieldType } from '../schema/index.js';
import type { CheckContext } from './check-context.js';
import { bodySchemaOf } from './declaration-kind.js';
import { namePlace } from './facts.check.js';
import { checksOf } from './monitor-parts.js';

/**
 * Where a spec has runbooks, every monitor that can fail has one that answers; where it has monitors, every runbook is
 * run by one.
 */
export function checkResponses(spec: Spec, report: Report, context: CheckContext): void {
  const visible = context.visible(spec);
  const own = spec.declarations ?? [];
  const monitors = visible.filter(isMonitor);
  if (monitors.length === 0 || !visible.some(isRunbook)) return;
  for (const monitor of own.filter(isMonitor)) {
    if (!canFail(monitor)) continue;
    const answered = reactionsOf(monitor).some(({ on, runbook }) => on === 'fail' && runbook !== undefined);
    if (!answered) report('unansweredMonitor', { monitor: monitor.name ?? '' }, namePlace(monitor));
  }
  const run = new Set(monitors.flatMap(reactionsOf).map(({ runbook }) => runbook?.ref));
  const idle = own.filter(isRunbook).filter((runbook) => !run.has(runbook));
  // The monitors of files that import this one may run it.
  if (idle.length === 0 || context.imports.importers()(AstUtils.getDocument(spec).uri.toString()).length > 0)
    return;
  // Change plans may name it in words that no check reads as a run.
  const plans = visible.filter(isChangePlan).flatMap(({ $cstNode }) => $cstNode?.text.split(/\W+/) ?? []);
  const named = new Set(plans);
  for (const runbook of idle)
    if (!named.has(runbook.name))
      report('unusedRunbook', { runbook: runbook.name ?? '' }, namePlace(runbook));
}

function canFail(monitor: Monitor): boolean {
  return checksOf(monitor).some(({ limits }) => (limits ?? []).some(({ severity }) => severity === 'fail'));
}

/** A runbook names somebody who does what it says. */
export function checkRunbookPeople(runbook: Runbook, report: Report): void {
  const steps = (runbook.statements ?? []).filter(isStep);
  const tasks = steps.filter(({ action }) => action?.$type === 'TaskAction');
  if (tasks.length === 0 || steps.some(({ by }) => by !== undefined) || hasPerson(runbook)) return;
  report('nobodyNamed', { runbook: runbook.name ?? '' }, namePlace(runbook));
}

/** Whether a field says who answers for the runbook as a whole. */
function hasPerson(runbook: Runbook): boolean {
  const personal = (bodySchemaOf(runbook)?.fields ?? []).filter(({ type }) => namesRole(type));
  const written = (runbook.statements ?? []).filter(isField);
  return written.some(({ name }) => personal.some((field) => field.name === name));
}

function namesRole(type: FieldType): boolean {
  if (type.kind === 'either') return type.types.some(namesRole);
  if (type.kind === 'list') return namesRole(type.of);
  return type.kind === 'reference' && type.to.includes('role');
}

function reactionsOf({ statements = [] }: Monitor): Reaction[] {
  return statements.filter(isReaction);
}
