import { type AstNode, GrammarUtils } from 'langium';
import {
  isMetricTerm,
  isMonitor,
  type MetricTerm,
  type Monitor,
  type Schedule,
} from '../../../generated/ast.js';
import { nodeAround } from '../../node-at.js';
import type { Fix, FixPlace, QuickFix } from '../quick-fix.js';
import { visibleNames } from '../visible-names.js';

/** Says what a metric is measured on: all inputs, the start nearly everybody wants. */
export const addTarget: QuickFix = (place) => behindMetric(place, () => ['of all inputs']);

/** Gives a metric its decision threshold. */
export const addThreshold: QuickFix = (place) => behindMetric(place, () => ['at 0.5'], 'by');

/** Gives a monitor the data its metrics compare with. */
export const addReference: QuickFix = (place) => {
  const monitor = nodeAround(place.node, isMonitor);
  const schedule = scheduleOf(monitor)?.$cstNode;
  if (monitor === undefined || schedule === undefined) return [];
  const datasets = visibleNames(monitor, ['dataset'], place.services);
  const at = place.document.textDocument.positionAt(schedule.end);
  return [...datasets, 'previous window'].map((reference) => ({
    title: `Add 'against ${reference}'`,
    edits: [{ range: { start: at, end: at }, newText: ` against ${reference}` }],
  }));
};

function scheduleOf(monitor: Monitor | undefined): Schedule | undefined {
  return (monitor?.statements ?? []).find((each): each is Schedule => each.$type === 'Schedule');
}

/** Adds words to a metric term, behind all that comes before them in a term. */
function behindMetric({ node, document }: FixPlace, words: () => string[], before?: keyof MetricTerm): Fix[] {
  const term = nodeAround(node, isMetricTerm);
  const end = term === undefined ? undefined : endBefore(term, before);
  if (end === undefined) return [];
  const at = document.textDocument.positionAt(end);
  return words().map((text) => ({
    title: `Add '${text}'`,
    edits: [{ range: { start: at, end: at }, newText: ` ${text}` }],
    preferred: true,
  }));
}

/** `at` is the last part of a term; `of` comes before `by` and `at`. */
function endBefore(term: MetricTerm, last: keyof MetricTerm | undefined): number | undefined {
  if (last !== undefined) return term.$cstNode?.end;
  const named: (AstNode | undefined)[] = [...(term.arguments ?? [])];
  const bracket = named.length > 0 ? GrammarUtils.findNodeForKeyword(term.$cstNode, ')') : undefined;
  const aggregate = GrammarUtils.findNodeForProperty(term.$cstNode, 'aggregate');
  const metric = GrammarUtils.findNodeForProperty(term.$cstNode, 'metric');
  return (aggregate ?? bracket ?? metric)?.end;
}
