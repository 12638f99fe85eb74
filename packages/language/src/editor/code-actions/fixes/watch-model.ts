import { type AstNode, AstUtils } from 'langium';
import { columnOfRole } from '../../../checks/log-columns.js';
import { scheduleClauses } from '../../../checks/monitor-parts.js';
import {
  isAgainst,
  isModel,
  isMonitor,
  type Model,
  type Monitor,
  type Spec,
} from '../../../generated/ast.js';
import { nodeAround } from '../../node-at.js';
import { insertion } from '../insertion.js';
import type { Fix, FixPlace, QuickFix } from '../quick-fix.js';

/** Adds the checks that look at every input of a model, to each of its monitors in the file. */
export const watchInputs: QuickFix = (place) =>
  monitorsOf(place).flatMap((monitor) => {
    const hasReference = scheduleClauses(monitor).some(isAgainst);
    const drift = hasReference ? ['check psi of all inputs warn > 0.1 fail > 0.2'] : [];
    return [...drift, 'check missing of all inputs fail > 5%'].flatMap((check) =>
      added(check, monitor, place),
    );
  });

/** Adds a check of performance, to the monitors whose log has the outcome. */
export const measurePerformance: QuickFix = (place) =>
  monitorsOf(place)
    .filter(({ log }) => log?.ref !== undefined && columnOfRole(log.ref, 'label') !== undefined)
    .flatMap((monitor) => added('check auroc fail < 0.60', monitor, place));

/** The monitors, in the file of a diagnostic, of the model it is about. */
function monitorsOf({ node, document }: FixPlace): readonly Monitor[] {
  const { declarations = [] } = document.parseResult.value as Partial<Spec>;
  const model = modelAt(node);
  return declarations
    .filter(isMonitor)
    .filter(({ log }) => model !== undefined && log?.ref?.model?.ref === model);
}

/** The diagnostic stands at the model or, where that is in another file, at a monitor of it. */
function modelAt(node: AstNode): Model | undefined {
  return nodeAround(node, isModel) ?? AstUtils.getContainerOfType(node, isMonitor)?.log?.ref?.model?.ref;
}

function added(check: string, monitor: Monitor, { document }: FixPlace): Fix[] {
  const edit = insertion(monitor, check, document);
  return edit === undefined
    ? []
    : [{ title: `Add '${check}' to monitor '${monitor.name ?? ''}'`, edits: [edit] }];
}
