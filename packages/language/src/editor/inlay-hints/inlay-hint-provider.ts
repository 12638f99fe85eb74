import { metricNamed } from '@vigil/statistics';
import { type AstNode, AstUtils, type Cancellation, type LangiumDocument } from 'langium';
import { AbstractInlayHintProvider, type InlayHintAcceptor } from 'langium/lsp';
import type { InlayHint, InlayHintParams, Position, Range } from 'vscode-languageserver';
import { featuresOf } from '../../checks/log-columns.js';
import { fits } from '../../checks/metric-columns.js';
import {
  isCheck,
  isField,
  isMetricTerm,
  isMinimumSize,
  isModel,
  isMonitor,
  isNumberValue,
  isSubgroups,
  isTarget,
  isTrialAlpha,
  type MetricTerm,
  type Spec,
  type Subgroups,
  type Target,
} from '../../generated/ast.js';
import { defaultMinimumSize } from '../../protocol/compile/subgroups.js';
import type { VigilServices } from '../../services.js';
import { falseAlarmHints } from './false-alarms.js';
import { trialSizeHint } from './trial-size.js';
import { unitHints } from './unit.js';

/**
 * What is not written and yet holds, shown where it does: the threshold and unit a check takes from elsewhere, how many
 * inputs it measures, the smallest group, the size a trial needs, the alarms that chance raises.
 */
export class VigilInlayHints extends AbstractInlayHintProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    super();
    this.#services = services;
  }

  override async getInlayHints(
    document: LangiumDocument,
    params: InlayHintParams,
    cancelToken?: Cancellation.CancellationToken,
  ): Promise<InlayHint[]> {
    const hints = (await super.getInlayHints(document, params, cancelToken)) ?? [];
    const { DeclaredData } = this.#services.data;
    await falseAlarmHints(document.parseResult.value as Spec, DeclaredData, (hint) => {
      if (isInside(hint.position, params.range)) hints.push(hint);
    });
    return hints;
  }

  override computeInlayHint(node: AstNode, accept: InlayHintAcceptor): void {
    if (isMetricTerm(node)) threshold(node, accept);
    if (isTarget(node) && node.all !== undefined) count(node, accept);
    if (isSubgroups(node)) smallestGroup(node, accept);
    if (isCheck(node)) unitHints(node, accept);
    if (isTrialAlpha(node)) trialSizeHint(node, accept);
  }
}

function isInside({ line }: Position, { start, end }: Range): boolean {
  return start.line <= line && line <= end.line;
}

/** A threshold that is not written is the operating point of the model. */
function threshold(term: MetricTerm, accept: InlayHintAcceptor): void {
  const metric = metricNamed(term.metric ?? '');
  const end = term.$cstNode?.range.end;
  if (metric?.threshold !== 'required' || term.at !== undefined || end === undefined) return;
  const model =
    AstUtils.getContainerOfType(term, isMonitor)?.log?.ref?.model?.ref ??
    AstUtils.getContainerOfType(term, isModel);
  const point = (model?.statements ?? [])
    .filter(isField)
    .find(({ name }) => name === 'operatingPoint')?.value;
  if (!isNumberValue(point)) return;
  accept({
    position: end,
    label: `at ${point.quantity}`,
    paddingLeft: true,
    tooltip: `The operating point of model ${model?.name ?? ''}: a score from here on counts as positive.`,
  });
}

/** `all inputs` measures each of them that the metric can be measured on. */
function count(target: Target, accept: InlayHintAcceptor): void {
  const model = AstUtils.getContainerOfType(target, isMonitor)?.log?.ref?.model?.ref;
  const metric = metricNamed(AstUtils.getContainerOfType(target, isMetricTerm)?.metric ?? '');
  const end = target.$cstNode?.range.end;
  if (model === undefined || metric === undefined || end === undefined) return;
  const direction = target.all === 'outputs' ? 'output' : 'input';
  const columns = featuresOf(model)
    .filter((feature) => feature.direction === direction)
    .filter(({ type }) => type !== undefined && fits(metric.appliesTo, type));
  accept({
    position: end,
    label: `(${columns.length})`,
    paddingLeft: true,
    tooltip: columns.map(({ name }) => name).join(', '),
  });
}

/** Smaller groups are reported as insufficient. */
function smallestGroup(subgroups: Subgroups, accept: InlayHintAcceptor): void {
  const at = subgroups.$cstNode?.range;
  if (at === undefined || subgroups.name === undefined || (subgroups.statements ?? []).some(isMinimumSize))
    return;
  accept({
    position: at.end,
    label: `minimum size ${defaultMinimumSize}`,
    paddingLeft: true,
    tooltip: 'Groups with fewer rows are reported as insufficient, never dropped.',
  });
}
