import type { AstNode } from 'langium';
import {
  type Declaration,
  isChangePlan,
  isMonitor,
  isScenario,
  isScenarioStart,
  isTrial,
  isTrialLog,
} from '../../generated/ast.js';

/**
 * The declaration whose data a declaration speaks of: a monitor's or trial's log, a plan's model, a scenario's
 * dataset; any other speaks of its own.
 */
export function homeOf(declaration: Declaration): AstNode {
  if (isMonitor(declaration)) return declaration.log?.ref ?? declaration;
  if (isChangePlan(declaration)) return declaration.model?.ref ?? declaration;
  if (isTrial(declaration)) {
    return (declaration.statements ?? []).find(isTrialLog)?.log?.ref ?? declaration;
  }
  if (isScenario(declaration)) {
    return (declaration.statements ?? []).find(isScenarioStart)?.dataset?.ref ?? declaration;
  }
  return declaration;
}
