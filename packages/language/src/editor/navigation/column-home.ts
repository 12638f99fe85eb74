import { type AstNode, AstUtils } from 'langium';
import {
  type ColumnValue,
  type Declaration,
  isChangePlan,
  isColumnValue,
  isDimension,
  isField,
  isModel,
  isMonitor,
  isScenario,
  isScenarioStart,
  isTrial,
  isTrialLog,
  isWordValue,
  type Model,
  type Trial,
  type WordValue,
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

/**
 * The declaration whose data a place in a declaration speaks of: a subgroup's its own, and what a trial asks of the
 * inputs of the model under trial that model's.
 *
 * @param home what the declaration speaks of otherwise
 */
export function homeOfPlace(place: AstNode, home: AstNode): AstNode {
  if (isDimension(place)) return place;
  if ((!isWordValue(place) && !isColumnValue(place)) || namesEndpoint(place)) return home;
  const trial = AstUtils.getContainerOfType(place, isTrial);
  return (trial && modelUnderTrial(trial)) ?? home;
}

/** Whether a value says which endpoint an estimand is about. */
export function namesEndpoint({ $container: field }: WordValue | ColumnValue): boolean {
  return isField(field) && field.name === 'endpoint';
}

function modelUnderTrial({ statements = [] }: Trial): Model | undefined {
  const field = statements.filter(isField).find(({ name }) => name === 'aiVersion');
  return (
    field &&
    AstUtils.streamAst(field)
      .filter(isWordValue)
      .map(({ word }) => word?.ref)
      .find(isModel)
  );
}
