import { type ArmSizes, sizeOfTwoMeans, sizeOfTwoProportions } from '@vigil/statistics';
import { AstUtils } from 'langium';
import type { InlayHintAcceptor } from 'langium/lsp';
import { columnOfRole } from '../../checks/log-columns.js';
import {
  type Arm,
  type Endpoint,
  isAllocation,
  isArm,
  isBetterDirection,
  isEndpoint,
  isEndpointAim,
  isExpectedEffect,
  isLook,
  isStandardDeviation,
  isTrial,
  isTrialLog,
  type Trial,
  type TrialAlpha,
} from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';

/**
 * How many units each arm of a trial needs, behind its alpha and power. Said only where a formula holds: two arms, one
 * primary endpoint, units that are allocated one by one, and all that the formula asks for.
 */
export function trialSizeHint(alpha: TrialAlpha, accept: InlayHintAcceptor): void {
  const trial = AstUtils.getContainerOfType(alpha, isTrial);
  const position = alpha.$cstNode?.range.end;
  if (trial === undefined || position === undefined || alpha.power === undefined) return;
  const statements = trial.statements ?? [];
  const primaries = statements.filter(isEndpoint).filter(({ priority }) => priority === 'primary');
  const [endpoint] = primaries;
  const arms = statements.filter(isArm);
  const ratio = treatedForEachControl(trial, arms);
  if (endpoint === undefined || primaries.length > 1 || ratio === undefined) return;
  const sides = alpha.sides === 'two-sided' ? 2 : 1;
  const plan = { alpha: quantityValue(alpha.alpha) / sides, power: quantityValue(alpha.power), ratio };
  const sizes = sizesFor(endpoint, plan);
  if (sizes === null) return;
  const early = statements.filter(isLook).some(({ final }) => !final);
  const [control, treatment] = [Math.ceil(sizes.control), Math.ceil(sizes.treatment)];
  accept({
    position,
    label: `n ${early ? '>' : '='} ${control} + ${treatment}`,
    paddingLeft: true,
    tooltip: `Units for control and treatment by which endpoint '${endpoint.name ?? ''}' is shown with a power of ${alpha.power}, without interim looks${early ? '; those of this trial need somewhat more' : ''}. Nobody is assumed to drop out.`,
  });
}

type Plan = Parameters<typeof sizeOfTwoMeans>[2];

/** Units of treatment for each of control; undefined where it is not said, or where groups are allocated. */
function treatedForEachControl(trial: Trial, arms: readonly Arm[]): number | undefined {
  const statements = trial.statements ?? [];
  const [allocation] = statements.filter(isAllocation);
  const [first, second] = allocation?.weights ?? [];
  const control = arms.findIndex(({ kind }) => kind === 'control');
  if (arms.length !== 2 || control < 0 || first === undefined || second === undefined) return undefined;
  const log = statements.find(isTrialLog)?.log?.ref;
  const single = log && [columnOfRole(log, 'id')?.column, columnOfRole(log, 'subject')?.column];
  // Patients of one ward or one doctor are alike: together they say less than the formula takes them for.
  if (single?.some((column) => column !== undefined) && !single.includes(allocation?.unit)) return undefined;
  return control === 0 ? second / first : first / second;
}

function sizesFor(endpoint: Endpoint, plan: Plan): ArmSizes | null {
  const clauses = endpoint.clauses ?? [];
  const aim = clauses.find(isEndpointAim);
  const expected = clauses.find(isExpectedEffect);
  const [control, treatment] = [quantityValue(expected?.first), quantityValue(expected?.second)];
  const superiority = aim === undefined || aim.aim === 'superiority';
  if (endpoint.measure === 'proportion') {
    return superiority && expected !== undefined ? sizeOfTwoProportions(control, treatment, plan) : null;
  }
  if (endpoint.measure !== 'mean') return null;
  const deviation = quantityValue(clauses.find(isStandardDeviation)?.sd);
  if (superiority)
    return expected === undefined ? null : sizeOfTwoMeans(treatment - control, deviation, plan);
  if (aim.aim !== 'noninferiority') return null;
  // Without an expectation the treatment is taken to be as good as the control.
  const worse = expected === undefined ? 0 : lossOf(endpoint, control, treatment);
  const distance = quantityValue(aim.margin) - worse;
  return distance > 0 ? sizeOfTwoMeans(distance, deviation, plan) : null;
}

/** By how much the treatment is expected to be worse; NaN where nobody says which direction is better. */
function lossOf({ clauses = [] }: Endpoint, control: number, treatment: number): number {
  const better = clauses.find(isBetterDirection)?.better;
  if (better === undefined) return Number.NaN;
  return better === 'lower' ? treatment - control : control - treatment;
}
