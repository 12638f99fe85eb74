import { catalogue, type MetricDescriptor, metricNamed } from '@vigil/statistics';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  isField,
  type Log,
  type MetricTerm,
  type Model,
  type Monitor,
  type Target,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import type { CheckContext } from './check-context.js';
import { titleOf } from './declaration-noun.js';
import { checkDeclared } from './declared.check.js';
import { checkCrossesOnce } from './groups.check.js';
import { columnOfRole, featuresOf, type KnownColumn, knownColumns } from './log-columns.js';
import { checkArguments } from './metric-argument.check.js';
import { featureNoun, fits, isPerColumn, wantedColumns } from './metric-columns.js';
import { percentMeant } from './percent-hint.js';

/** What a metric term takes from the place it stands in; undefined where the place has no such thing. */
export interface MetricPlace {
  readonly monitor?: Monitor;
  readonly log?: Log;
  readonly model?: Model;
  /** The monitor says `against …`, or the place has a reference of its own. */
  readonly hasReference: boolean;
  /** The monitor says `by …`. */
  readonly hasGroups: boolean;
}

/**
 * Judges a metric with its arguments, column, threshold and groups.
 * @returns the metric, so that limits can be judged too; undefined when it is not known
 */
export function checkMetricTerm(
  term: MetricTerm,
  place: MetricPlace,
  report: Report,
  context: CheckContext,
): MetricDescriptor | undefined {
  if (term.metric === undefined) return undefined;
  const metric = metricNamed(term.metric);
  if (metric === undefined) {
    reportUnknownMetric(term, report);
    return undefined;
  }
  checkArguments(term, metric, report);
  checkTarget(term, metric, place, report, context);
  checkThreshold(term, metric, place, report);
  checkAggregate(term, metric, place, report);
  checkNeeds(term, metric, place, report);
  checkCrossesOnce(term.by ?? [], report);
  return metric;
}

function reportUnknownMetric(term: MetricTerm, report: Report): void {
  const near = nearest(
    term.metric,
    catalogue.map(({ name }) => name),
  );
  report(
    'unknownMetric',
    { metric: term.metric, hint: hint(near) },
    { node: term, property: 'metric' },
    { replacement: near },
  );
}

function checkTarget(
  term: MetricTerm,
  metric: MetricDescriptor,
  place: MetricPlace,
  report: Report,
  context: CheckContext,
): void {
  const { target } = term;
  const { name, appliesTo } = metric;
  if (target === undefined) {
    if (isPerColumn(appliesTo)) report('missingTarget', { metric: name }, { node: term, property: 'metric' });
    return;
  }
  if (appliesTo === 'rows') {
    report('unexpectedTarget', { metric: name }, { node: target });
    return;
  }
  if (target.all !== undefined) checkAll(target, metric, place, report);
  const columns = place.log === undefined ? featureColumns(place.model) : knownColumns(place.log, context);
  if (columns === undefined) return;
  checkDeclared(target, metric, columns, place.hasReference, report);
  for (const [index, column] of (target.columns ?? []).entries()) {
    checkColumn(target, index, column, metric, columns, place, report);
  }
}

function featureColumns(model: Model | undefined): ReadonlyMap<string, KnownColumn> | undefined {
  const features = featuresOf(model);
  if (features.length === 0) return undefined;
  return new Map(
    features.map((feature) => [feature.name, { name: feature.name, type: feature.type, feature }]),
  );
}

function checkAll(target: Target, metric: MetricDescriptor, { model }: MetricPlace, report: Report): void {
  if (model === undefined) return;
  const direction = target.all === 'outputs' ? 'output' : 'input';
  const features = featuresOf(model).filter((feature) => feature.direction === direction);
  const fitting = features.filter(({ type }) => type !== undefined && fits(metric.appliesTo, type));
  if (isPerColumn(metric.appliesTo) && fitting.length > 0) return;
  report(
    'noApplicableColumn',
    {
      metric: metric.name,
      wanted: wantedColumns(metric.appliesTo),
      what: target.all ?? 'inputs',
      model: model.name ?? '',
    },
    { node: target },
  );
}

function checkColumn(
  target: Target,
  index: number,
  column: string,
  metric: MetricDescriptor,
  columns: ReadonlyMap<string, KnownColumn>,
  { log, model }: MetricPlace,
  report: Report,
): void {
  const known = columns.get(column);
  if (known === undefined) {
    const near = nearest(column, columns.keys());
    const owner = log ?? model;
    const where = owner === undefined ? 'the log' : titleOf(owner);
    report(
      'unknownColumn',
      { column, where, hint: hint(near) },
      { node: target, property: 'columns', index },
      { replacement: near },
    );
    return;
  }
  if (known.type !== undefined && !fits(metric.appliesTo, known.type)) {
    report(
      'wrongColumnType',
      {
        metric: metric.name,
        wanted: wantedColumns(metric.appliesTo),
        column,
        found: featureNoun(known.type),
      },
      { node: target, property: 'columns', index },
    );
  }
}

function checkThreshold(
  term: MetricTerm,
  metric: MetricDescriptor,
  place: MetricPlace,
  report: Report,
): void {
  if (term.at !== undefined) {
    if (metric.threshold === 'none') {
      report('unexpectedThreshold', { metric: metric.name }, { node: term, property: 'at' });
      return;
    }
    const value = quantityValue(term.at);
    if (value >= 0 && value <= 1) return;
    const replacement = percentMeant(term.at);
    report('thresholdOutOfRange', { value: term.at }, { node: term, property: 'at' }, { replacement });
    return;
  }
  if (metric.threshold === 'none') return;
  const { model } = place;
  // An unknown model is already reported where it is named.
  if (model === undefined && place.log?.model !== undefined) return;
  const hasPoint = (model?.statements ?? []).some((each) => isField(each) && each.name === 'operatingPoint');
  if (hasPoint) return;
  const owner = model === undefined ? 'a model' : titleOf(model);
  report('missingThreshold', { metric: metric.name, owner }, { node: term, property: 'metric' });
}

function checkAggregate(
  term: MetricTerm,
  metric: MetricDescriptor,
  place: MetricPlace,
  report: Report,
): void {
  const { aggregate } = term;
  if (aggregate === undefined) return;
  const at = { node: term, property: 'aggregate' } as const;
  if (!metric.byGroup) report('aggregateNotPossible', { metric: metric.name, aggregate }, at);
  else if ((term.by ?? []).length === 0 && !place.hasGroups) {
    const monitor = place.monitor?.name ?? '';
    report('aggregateWithoutGroups', { metric: metric.name, aggregate, monitor }, at);
  }
}

/** What must stand elsewhere for the metric to be measurable; one missing thing is reported. */
function checkNeeds(term: MetricTerm, metric: MetricDescriptor, place: MetricPlace, report: Report): void {
  const at = { node: term, property: 'metric' } as const;
  const { log, model, monitor } = place;
  if (metric.needsReference && !place.hasReference) {
    report('missingReference', { metric: metric.name, monitor: monitor?.name ?? '' }, at);
  }
  if (metric.needs === 'rescore' && model !== undefined) {
    const hasArtifact = (model.statements ?? []).some((each) => isField(each) && each.name === 'artifact');
    if (!hasArtifact) report('missingArtifact', { metric: metric.name, model: model.name ?? '' }, at);
  }
  if (log === undefined) return;
  const scores = metric.appliesTo === 'prediction' || metric.appliesTo === 'outcome';
  // A score column of its own after `of` stands in for the logged prediction.
  const ownScore = (term.target?.columns ?? []).length > 0;
  if (scores && !ownScore && columnOfRole(log, 'prediction') === undefined) {
    report('missingPrediction', { metric: metric.name, log: log.name ?? '' }, at);
  } else if (metric.needsLabels && columnOfRole(log, 'label') === undefined) {
    report('missingLabel', { subject: `'${metric.name}'`, log: log.name ?? '' }, at);
  }
}
