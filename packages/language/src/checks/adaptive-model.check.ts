import { metricNamed } from '@vigil/statistics';
import { type AstNode, AstUtils } from 'langium';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Feature,
  isField,
  isMonitor,
  isWordValue,
  type MetricTerm,
  type Model,
  type Monitor,
  type Spec,
} from '../generated/ast.js';
import type { CheckContext } from './check-context.js';
import { featuresOf } from './log-columns.js';
import { fits } from './metric-columns.js';
import { termsOf } from './monitor-parts.js';

/**
 * A model that changes in use is watched where its inputs and its performance can change with it. Judged in the files
 * that monitor it: a model's own file does not know its monitors.
 */
export function checkAdaptiveModels(spec: Spec, report: Report, context: CheckContext): void {
  const watched = new Map<Model, Monitor>();
  for (const monitor of (spec.declarations ?? []).filter(isMonitor)) {
    const model = monitor.log?.ref?.model?.ref;
    if (model !== undefined && isAdaptive(model) && !watched.has(model)) watched.set(model, monitor);
  }
  for (const [model, monitor] of watched) {
    const terms = context
      .visible(spec)
      .filter(isMonitor)
      .filter((each) => each.log?.ref?.model?.ref === model)
      .flatMap(termsOf);
    const place = placeOf(model, monitor);
    checkInputs(model, terms, place, report);
    const measured = terms.some(({ metric }) => metricNamed(metric ?? '')?.needsLabels);
    if (!measured) report('unmeasuredPerformance', { model: model.name ?? '' }, place);
  }
}

function isAdaptive({ statements = [] }: Model): boolean {
  const kind = statements.filter(isField).find(({ name }) => name === 'kind')?.value;
  return isWordValue(kind) && kind.word?.$refText === 'adaptive';
}

function placeOf(model: Model, monitor: Monitor): { node: AstNode; property: string } {
  const here = AstUtils.getDocument(model) === AstUtils.getDocument(monitor);
  return here ? { node: model, property: 'name' } : { node: monitor, property: 'log' };
}

function checkInputs(
  model: Model,
  terms: readonly MetricTerm[],
  place: { node: AstNode; property: string },
  report: Report,
): void {
  const inputs = featuresOf(model).filter(({ direction }) => direction === 'input');
  const bare = inputs.filter((input) => !terms.some((term) => covers(term, input)));
  if (bare.length === 0) return;
  const names = bare.map(({ name }) => `'${name}'`);
  const inWords =
    names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
  report('unmonitoredInputs', { model: model.name ?? '', inputs: inWords }, place);
}

/** Whether a metric looks at the values of an input: its drift, its quality, or all of them at once. */
function covers({ metric, target }: MetricTerm, input: Feature): boolean {
  const descriptor = metricNamed(metric ?? '');
  if (descriptor === undefined || target === undefined) return false;
  if (target.all === 'inputs') return input.type !== undefined && fits(descriptor.appliesTo, input.type);
  return (target.columns ?? []).includes(input.name);
}
