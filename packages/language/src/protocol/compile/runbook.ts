import type * as ast from '../../generated/ast.js';
import type { Runbook, Step } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileDuration } from './duration.js';
import { compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

export function compileRunbook(runbook: ast.Runbook, context: CompileContext): Part<Runbook> {
  const facts = compileFacts(runbook.statements, 'runbook', context);
  const steps = statementsOf(runbook.statements, 'Step').map(compileStep);
  return part(
    runbook,
    { name: runbook.name, title: runbook.title ?? null, facts: facts.value, steps: values(steps) },
    { facts, steps },
  );
}

function compileStep(step: ast.Step): Part<Step> {
  return part(step, {
    action: compileAction(step.action),
    by: step.by?.$refText ?? null,
    within: step.within ? compileDuration(step.within) : null,
  });
}

function compileAction(action: ast.StepAction): Step['action'] {
  switch (action.$type) {
    case 'TaskAction':
      return { kind: 'task', text: action.text };
    case 'PauseAction':
      return { kind: 'pause', model: action.model.$refText };
    case 'NotifyAction':
      return { kind: 'notify', channel: action.channel.$refText };
    case 'RetrainAction':
      return {
        kind: 'retrain',
        pipeline: action.pipeline.$refText,
        approval: action.approver?.$refText ?? null,
      };
  }
}
