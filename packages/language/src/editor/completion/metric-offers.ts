import { catalogue, type MetricDescriptor, type MetricParameter, metricNamed } from '@vigil/statistics';
import { CompletionItemKind } from 'vscode-languageserver';
import { columnOfRole, featuresOf } from '../../checks/log-columns.js';
import { fits, isPerColumn } from '../../checks/metric-columns.js';
import type { FeatureType } from '../../generated/ast.js';
import { metricWords, parameterWords } from '../hover/metric-words.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around, childrenOf, type Frame, textOf } from './reading/frame.js';
import { logAround, modelAround, type Scene } from './scene.js';

/** The metrics that can be measured here, those that need nothing more first. */
export function metricOffers({ frame }: Place, scene: Scene): Offer[] {
  const hasReference = around(frame, 'Monitor') === undefined || monitorSays('against', scene);
  return catalogue
    .filter((metric) => isMeasurable(metric, frame, scene))
    .map((metric, order) => ({
      label: metric.name,
      kind: CompletionItemKind.Function,
      detail: `${metric.title}: ${metric.formula.split('\n')[0] ?? ''}`,
      documentation: metricWords(metric),
      rank: metric.needsReference && !hasReference ? Rank.further : Rank.best,
      order,
      commit: ['('],
    }));
}

/** Whether the log has what a metric needs: outcomes, scores, columns of its type. */
function isMeasurable(metric: MetricDescriptor, frame: Frame, scene: Scene): boolean {
  const { needsLabels, needsReference, appliesTo } = metric;
  const log = logAround(frame, scene);
  if (log !== undefined) {
    if (needsLabels && columnOfRole(log, 'label') === undefined) return false;
    const hasScore = columnOfRole(log, 'prediction') !== undefined;
    if (!hasScore && (appliesTo === 'prediction' || appliesTo === 'outcome')) return false;
  }
  if (around(frame, 'Claim') !== undefined && needsReference) return false;
  const types = featuresOf(modelAround(frame, scene)).flatMap(({ type }) => type ?? []);
  return (
    types.length === 0 || !isPerColumn(appliesTo) || types.some((type: FeatureType) => fits(appliesTo, type))
  );
}

/** Whether the words of the monitor around the cursor have one that begins a clause of its schedule. */
function monitorSays(word: string, { cursor }: Scene): boolean {
  return [...cursor.before, ...cursor.after].some(({ text }) => text === word);
}

/** The metric of the term around a place. */
export function metricAround(frame: Frame | undefined): MetricDescriptor | undefined {
  const term = around(frame, 'MetricTerm');
  return term === undefined ? undefined : metricNamed(textOf(term, 'metric') ?? '');
}

/** Whether a metric is measured on columns and none is named yet. */
export function lacksColumns(frame: Frame | undefined): boolean {
  const term = around(frame, 'MetricTerm');
  const metric = metricAround(term);
  if (term === undefined || metric === undefined) return false;
  return isPerColumn(metric.appliesTo) && childrenOf(term, 'target').length === 0;
}

/** Arguments that are not given yet. */
export function argumentOffers({ frame }: Place): Offer[] {
  const term = around(frame, 'MetricTerm');
  const given = new Set(
    term === undefined ? [] : childrenOf(term, 'arguments').map((each) => textOf(each, 'name')),
  );
  const parameters = metricAround(frame)?.parameters ?? [];
  return parameters
    .filter(({ name }) => !given.has(name))
    .map((parameter, order) => ({
      label: parameter.name,
      kind: CompletionItemKind.Variable,
      text: `${parameter.name}: `,
      snippet: `${parameter.name}: ${argumentSnippet(parameter)}`,
      detail: parameter.type,
      documentation: parameterWords(parameter),
      rank: Rank.best,
      order,
    }));
}

function argumentSnippet({ type, values, ...parameter }: MetricParameter): string {
  if (type === 'boolean') return '${1|true,false|}';
  if (values !== undefined && values.length > 0) return `\${1|${values.join(',')}|}`;
  const standard = String(parameter.default ?? '');
  return type === 'numbers' ? `[\${1:${standard.replaceAll(',', ', ')}}]` : `\${1:${standard}}`;
}

/** Values an argument takes, its default first. */
export function argumentValueOffers(argument: Frame): Offer[] {
  const parameter = metricAround(argument)?.parameters.find(({ name }) => name === textOf(argument, 'name'));
  if (parameter === undefined) return [];
  const standard = parameter.default === null ? undefined : String(parameter.default);
  const listed = parameter.type === 'boolean' ? ['true', 'false'] : parameter.values;
  const isList = parameter.type === 'numbers';
  const values = listed ?? (standard === undefined || isList ? [] : [standard]);
  return values.map((value, order) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    detail: value === standard ? 'when not given' : parameter.summary,
    documentation: parameterWords(parameter),
    rank: value === standard ? Rank.best : Rank.next,
    order,
  }));
}

/** `all inputs` and `all outputs`, where the model has some that fit. */
export function allColumnsOffers({ frame, keyword }: Place, scene: Scene): Offer[] {
  const metric = metricAround(frame);
  if (metric !== undefined && !isPerColumn(metric.appliesTo)) return [];
  const features = featuresOf(modelAround(frame, scene));
  const groups = [
    { what: 'inputs', direction: 'input' },
    { what: 'outputs', direction: 'output' },
  ] as const;
  return groups
    .filter(({ direction }) => {
      const types = features.filter((each) => each.direction === direction).flatMap(({ type }) => type ?? []);
      return types.some((type) => metric === undefined || fits(metric.appliesTo, type));
    })
    .map(({ what, direction }, order) => ({
      label: keyword === 'all' ? `all ${what}` : what,
      kind: CompletionItemKind.Keyword,
      detail: `every ${direction} of the model that the metric can be measured on`,
      rank: Rank.best,
      order,
    }));
}
