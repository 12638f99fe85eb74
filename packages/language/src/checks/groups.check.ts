import { type AstNode, AstUtils } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Cross,
  type Dimension,
  type Feature,
  isMonitor,
  type Log,
  type Monitor,
  type Spec,
} from '../generated/ast.js';
import { featuresOf } from './log-columns.js';
import { featureNoun, fits } from './metric-columns.js';
import { crossesOf } from './monitor-parts.js';

/** The same groups are not named twice after one `by`. */
export function checkCrossesOnce(crosses: readonly Cross[], report: Report): void {
  const seen = new Set<string>();
  for (const cross of crosses) {
    const names = (cross.dimensions ?? []).map(({ $refText }) => $refText);
    // "sex * race" and "race * sex" are the same groups.
    const key = [...names].sort().join(' * ');
    const repeated = new Set(names).size < names.length;
    if (seen.has(key) || repeated) report('repeatedCross', { cross: names.join(' * ') }, { node: cross });
    seen.add(key);
  }
}

/** Subgroups against the models of the logs they are used on, each pair once. */
export function checkGroupsFit(spec: Spec, report: Report): void {
  const judged = new Set<Dimension>();
  for (const monitor of (spec.declarations ?? []).filter(isMonitor)) {
    for (const { dimension, use } of usedDimensions(monitor)) {
      const log = monitor.log?.ref;
      if (log === undefined || judged.has(dimension)) continue;
      judged.add(dimension);
      const here = AstUtils.getDocument(dimension) === AstUtils.getDocument(spec);
      checkDimensionFits(dimension, log, here ? dimension : use, report);
    }
  }
}

/** The subgroups a monitor divides by, each with the place that names it. */
export function usedDimensions(monitor: Monitor): { dimension: Dimension; use: AstNode }[] {
  return crossesOf(monitor).flatMap((cross) =>
    (cross.dimensions ?? []).flatMap(({ ref }) =>
      ref === undefined ? [] : [{ dimension: ref, use: cross }],
    ),
  );
}

function checkDimensionFits(dimension: Dimension, log: Log, node: AstNode, report: Report): void {
  const { name = '', column, values = [], cuts = [] } = dimension;
  if (column === undefined) return;
  const feature = featuresOf(log.model?.ref).find((each) => each.name === column);
  if (cuts.length > 0) {
    if (feature?.type !== undefined && !fits('numeric', feature.type)) {
      const advice = `list its values, \`${name} = ${column} in ["…"]\``;
      report('groupsDoNotFit', { column, found: featureNoun(feature.type), advice }, { node });
    }
    return;
  }
  if (values.length > 0) {
    checkValues(dimension, feature, node, report);
    return;
  }
  // True and false need no list.
  if (feature?.type === 'boolean') return;
  if (feature?.type !== undefined && fits('numeric', feature.type)) {
    const advice = `cut it into bands, \`${name} = ${column} cut at …\``;
    report('groupsDoNotFit', { column, found: featureNoun(feature.type), advice }, { node });
  } else if ((feature?.values ?? []).length === 0 && log.model?.error === undefined) {
    report('undeclaredCategories', { dimension: name, column }, { node });
  }
}

function checkValues(
  dimension: Dimension,
  feature: Feature | undefined,
  node: AstNode,
  report: Report,
): void {
  const declared = feature?.values ?? [];
  if (feature?.type !== 'category' || declared.length === 0) return;
  for (const [index, value] of (dimension.values ?? []).entries()) {
    if (declared.includes(value)) continue;
    const near = nearest(value, declared);
    const at = node === dimension ? { node: dimension, property: 'values' as const, index } : { node };
    report('unknownCategory', { value, column: dimension.column, hint: hint(near) }, at, {
      replacement: node === dimension && near !== undefined ? `"${near}"` : undefined,
    });
  }
}
