import { binningProblem, metricNamed } from '@vigil/statistics';
import type { Report } from '../diagnostics/reporter.js';
import type { MetricTerm } from '../generated/ast.js';
import { givenArguments } from './metric-values.js';

/** Arguments that are sound each by itself and contradict each other: cuts beside bins, cuts that do not rise. */
export function checkArgumentSense(term: MetricTerm, report: Report): void {
  const metric = metricNamed(term.metric ?? '');
  const given = givenArguments(term);
  if (metric?.needs !== 'cells' || given === undefined) return;
  const problem = binningProblem(metric.name, given);
  if (problem === null) return;
  const at = (term.arguments ?? []).find(({ name }) => name === problem.argument) ?? term;
  report('contradictingArguments', { problem: problem.problem }, { node: at });
}
