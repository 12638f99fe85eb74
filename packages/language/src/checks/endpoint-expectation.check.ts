import type { Report } from '../diagnostics/reporter.js';
import {
  type Endpoint,
  type ExpectedEffect,
  isBetterDirection,
  isEndpointAim,
  isExpectedEffect,
  isStandardDeviation,
  type TrialAlpha,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';

/** What an endpoint expects, against its direction, aim and margin, and against the power the trial wants. */
export function checkExpectation(endpoint: Endpoint, alpha: TrialAlpha | undefined, report: Report): void {
  const clauses = endpoint.clauses ?? [];
  const expected = clauses.find(isExpectedEffect);
  const aim = clauses.find(isEndpointAim);
  if (expected !== undefined) checkDirection(endpoint, expected, report);
  if (
    aim !== undefined &&
    aim.aim !== 'superiority' &&
    alpha?.sides === 'two-sided' &&
    endpoint.priority === 'primary'
  ) {
    // Non-inferiority asks about one side only; equivalence is two one-sided tests.
    report('sidesOfAim', { aim: aim.aim, endpoint: endpoint.name ?? '' }, { node: alpha, property: 'sides' });
  }
  if (endpoint.priority !== 'primary' || alpha?.power === undefined) return;
  const name = endpoint.name ?? '';
  const { power } = alpha;
  if (endpoint.measure === 'mean' && !clauses.some(isStandardDeviation)) {
    const missing = 'the spread: add `sd 3`';
    report(
      'powerWithoutAssumption',
      { power, endpoint: name, missing },
      { node: endpoint, property: 'name' },
    );
  } else if (expected === undefined && (aim === undefined || aim.aim === 'superiority')) {
    const missing = 'the effect: add `expect 11% against 9%`';
    report(
      'powerWithoutAssumption',
      { power, endpoint: name, missing },
      { node: endpoint, property: 'name' },
    );
  }
}

/** `expect A against B`: A without, B with the treatment. */
function checkDirection(endpoint: Endpoint, expected: ExpectedEffect, report: Report): void {
  const clauses = endpoint.clauses ?? [];
  const better = clauses.find(isBetterDirection)?.better;
  const aim = clauses.find(isEndpointAim);
  const [control, treatment] = [quantityValue(expected.first), quantityValue(expected.second)];
  const margin = quantityValue(aim?.margin);
  const name = endpoint.name ?? '';
  const effect = `expect ${expected.first} against ${expected.second}`;
  const at = { node: expected };
  const worse =
    better === 'lower' ? treatment - control : better === 'higher' ? control - treatment : Number.NaN;
  if (control === treatment && (aim === undefined || aim.aim === 'superiority')) {
    report(
      'expectationContradicts',
      { effect, endpoint: name, problem: 'no difference, and superiority wants one' },
      at,
    );
  } else if (worse > 0 && better !== undefined && (aim === undefined || aim.aim === 'superiority')) {
    const problem = `the treatment to be worse: ${better} is better, and control stands first`;
    report('expectationContradicts', { effect, endpoint: name, problem }, at);
  } else if (worse >= margin && aim?.aim === 'noninferiority') {
    const problem = `the treatment to be worse by the margin of ${aim.margin ?? ''} or more`;
    report('expectationContradicts', { effect, endpoint: name, problem }, at);
  } else if (Math.abs(treatment - control) >= margin && aim?.aim === 'equivalence') {
    const problem = `a difference of the margin of ${aim.margin ?? ''} or more`;
    report('expectationContradicts', { effect, endpoint: name, problem }, at);
  }
}
