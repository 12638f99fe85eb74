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
} from '../generated/ast.js';
import type { FieldType } from '../schema/index.js';
import type { CheckContext } from './check-context.js';
import { bodySchemaOf } from './declaration-kind.js';
import { namePlace } from './facts.check.js';
import { checksOf } from './monitor-parts.js';

/** Where a spec has runbooks, every monitor that can fail has one that answers. */
export function checkAnswered(monitor: Monitor, report: Report, context: CheckContext): void {
  const fails = checksOf(monitor).some(({ limits }) =>
    (limits ?? []).some(({ severity }) => severity === 'fail'),
  );
  const answered = reactionsOf(monitor).some(({ on, runbook }) => on === 'fail' && runbook !== undefined);
  if (!fails || answered || !context.visible(monitor).some(isRunbook)) return;
  report('unansweredMonitor', { monitor: monitor.name ?? '' }, namePlace(monitor));
}

/** Where a spec has monitors, every runbook is run by one, and names somebody who does what it says. */
export function checkRunbookUse(runbook: Runbook, report: Report, context: CheckContext): void {
  checkNobody(runbook, report);
  const document = AstUtils.getDocument(runbook);
  const visible = context.visible(runbook);
  const monitors = visible.filter(isMonitor);
  if (monitors.length === 0) return;
  const run = monitors.some((monitor) => reactionsOf(monitor).some((each) => each.runbook?.ref === runbook));
  // Change plans and fact fields may name it in words that no check reads as a run.
  const named = visible.some((each) => isChangePlan(each) && mentions(each.$cstNode?.text, runbook.name));
  // The monitors of files that import this one may run it.
  if (run || named || context.imports.importers()(document.uri.toString()).length > 0) return;
  report('unusedRunbook', { runbook: runbook.name ?? '' }, namePlace(runbook));
}

function checkNobody(runbook: Runbook, report: Report): void {
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

function mentions(text: string | undefined, name: string | undefined): boolean {
  return text !== undefined && name !== undefined && text.split(/\W+/).includes(name);
}
