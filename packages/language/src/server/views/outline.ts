import { GrammarUtils, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import { checksOf } from '../../checks/monitor-parts.js';
import { type Check, isModel, isMonitor, isProduct, type Monitor, type Spec } from '../../generated/ast.js';
import type { CheckOutline, MonitorOutline, Place, SpecOutline } from './requests.js';

/**
 * What a spec file declares, for trees and test lists. Half-typed declarations appear once they have a name.
 *
 * @param imports files the spec imports, directly or not
 */
export function outlineOf(document: LangiumDocument, imports: readonly LangiumDocument[]): SpecOutline {
  const { declarations = [] } = document.parseResult.value as Partial<Spec>;
  return {
    uri: document.uri.toString(),
    product: declarations.filter(isProduct).flatMap(placeOf)[0] ?? null,
    models: declarations
      .filter(isModel)
      .flatMap((model) => placeOf(model).map((place) => ({ ...place, version: model.version ?? null }))),
    monitors: declarations.filter(isMonitor).flatMap(monitorOutline),
    imports: imports.map(({ uri }) => uri.toString()),
  };
}

function placeOf(node: { name?: string; title?: string } & { $type: string }): Place[] {
  const range = GrammarUtils.findNodeForProperty((node as Monitor).$cstNode, 'name')?.range;
  if (node.name === undefined || range === undefined) return [];
  return [{ name: node.name, title: node.title ?? null, range }];
}

function monitorOutline(monitor: Monitor): MonitorOutline[] {
  const checks = checksOf(monitor).flatMap((check, index) => checkOutline(check, index));
  return placeOf(monitor).map((place) => ({ ...place, checks }));
}

function checkOutline(check: Check, index: number): CheckOutline[] {
  const range = check.$cstNode?.range;
  const metric = check.metric?.metric;
  if (range === undefined || metric === undefined) return [];
  const limits = (check.limits ?? []).map((limit) => oneLine(limit.$cstNode?.text ?? '')).join('  ');
  return [
    { index, text: oneLine(check.metric.$cstNode?.text ?? metric), metric, limits, range: firstLine(range) },
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A check written over several lines is shown at its first. */
function firstLine({ start, end }: Range): Range {
  return start.line === end.line ? { start, end } : { start, end: { line: start.line + 1, character: 0 } };
}
