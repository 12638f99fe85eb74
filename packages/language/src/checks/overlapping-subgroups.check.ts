import { AstUtils } from 'langium';
import { type Report, relatedTo } from '../diagnostics/reporter.js';
import { type Cross, type Dimension, isDimension, type Monitor, type Subgroups } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { usedDimensions } from './groups.check.js';
import { featuresOf } from './log-columns.js';
import { lineOf } from './members.js';
import { crossesOf } from './monitor-parts.js';

/** Subgroups of one block that divide by the same column: twice the same groups, or groups that share patients. */
export function checkOverlappingSubgroups(subgroups: Subgroups, report: Report): void {
  const dimensions = (subgroups.statements ?? [])
    .filter(isDimension)
    .filter(({ name, column }) => name !== undefined && column !== undefined);
  for (const [index, later] of dimensions.entries()) {
    const earlier = dimensions.slice(0, index).find((each) => overlap(each, later) !== undefined);
    const shared = earlier === undefined ? undefined : overlap(earlier, later);
    if (earlier === undefined || shared === undefined || earlier.name === later.name) continue;
    const values = { later: later.name, earlier: earlier.name, line: lineOf(earlier) };
    const extras = { related: relatedTo(earlier, `subgroup '${earlier.name}'`) };
    if (shared === 'all') report('repeatedSubgroup', values, { node: later }, extras);
    else report('overlappingSubgroups', { ...values, shared }, { node: later }, extras);
  }
}

/** What two subgroups share: "all" of their definition, or the listed values; undefined where patients fall apart. */
function overlap(one: Dimension, other: Dimension): string | undefined {
  if (one.column !== other.column) return undefined;
  if (key(one) === key(other)) return 'all';
  // Other bands of the same column are another way to look at it.
  const shared = (one.values ?? []).filter((value) => (other.values ?? []).includes(value));
  return shared.length === 0 ? undefined : shared.map((value) => `"${value}"`).join(', ');
}

function key({ values = [], cuts = [] }: Dimension): string {
  return JSON.stringify([[...values].sort(), cuts.map(quantityValue)]);
}

/** Crosses of one column with itself, and bands that lie outside the declared range. */
export function checkUsedSubgroups(monitor: Monitor, report: Report): void {
  for (const cross of crossesOf(monitor)) checkCross(cross, report);
  const log = monitor.log?.ref;
  const judged = new Set<Dimension>();
  for (const { dimension, use } of usedDimensions(monitor)) {
    if (judged.has(dimension)) continue;
    judged.add(dimension);
    const feature = featuresOf(log?.model?.ref).find(({ name }) => name === dimension.column);
    const [low, high] = [quantityValue(feature?.range?.low), quantityValue(feature?.range?.high)];
    const here = AstUtils.getDocument(dimension) === AstUtils.getDocument(monitor);
    for (const [index, cut] of (dimension.cuts ?? []).entries()) {
      const value = quantityValue(cut);
      const side = value < low ? 'below' : value > high ? 'above' : undefined;
      if (side === undefined || feature === undefined) continue;
      const range = `${feature.range?.low ?? ''}..${feature.range?.high ?? ''}`;
      const values = { dimension: dimension.name, cut, side, column: dimension.column, range };
      const at = here ? { node: dimension, property: 'cuts' as const, index } : { node: use };
      report('cutOutsideRange', values, at);
    }
  }
}

function checkCross(cross: Cross, report: Report): void {
  const seen = new Map<string, string>();
  for (const { ref } of cross.dimensions ?? []) {
    if (ref?.column === undefined || ref.name === undefined) continue;
    const earlier = seen.get(ref.column);
    if (earlier !== undefined && earlier !== ref.name)
      report('crossOfOneColumn', { one: earlier, other: ref.name, column: ref.column }, { node: cross });
    seen.set(ref.column, ref.name);
  }
}
