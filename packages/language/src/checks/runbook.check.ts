import type { AstNode } from 'langium';
import type { Report } from '../diagnostics/reporter.js';
import { type Integration, isStep, type Reaction, type Runbook, type Step } from '../generated/ast.js';
import { checkDuration } from './duration.js';
import { namePlace } from './facts.check.js';

/** A runbook has steps, and each step can be done. */
export function checkRunbook(runbook: Runbook, report: Report): void {
  const steps = (runbook.statements ?? []).filter(isStep);
  if (steps.length === 0) report('emptyRunbook', { runbook: runbook.name ?? '' }, namePlace(runbook));
  for (const step of steps) checkStep(step, report);
}

function checkStep(step: Step, report: Report): void {
  checkDuration(step.within, report);
  const { action } = step;
  if (action?.$type === 'NotifyAction') {
    checkIntegration(action.channel?.ref, 'channel', 'step notify', action, 'channel', report);
  } else if (action?.$type === 'RetrainAction') {
    checkIntegration(action.pipeline?.ref, 'pipeline', 'step retrain with', action, 'pipeline', report);
  }
}

/** `on fail notify X`: messages go to channels. */
export function checkReaction(reaction: Reaction, report: Report): void {
  const statement = `on ${reaction.on} notify`;
  checkIntegration(reaction.channel?.ref, 'channel', statement, reaction, 'channel', report);
}

function checkIntegration(
  target: Integration | undefined,
  expected: Integration['kind'],
  statement: string,
  node: AstNode,
  property: string,
  report: Report,
): void {
  if (target === undefined || target.kind === expected) return;
  const values = { name: target.name ?? '', found: target.kind ?? '', statement, expected };
  report('wrongService', values, { node, property } as { node: AstNode });
}
