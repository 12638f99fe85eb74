import type { Report } from '../diagnostics/reporter.js';
import { type Dimension, isDimension, isMinimumSize, type Subgroups } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { titleOf } from './declaration-noun.js';
import { checkMembersOnce, checkStatementOnce, named } from './members.js';

/** Groups on their own; whether they fit a log is judged where they are used. */
export function checkSubgroups(subgroups: Subgroups, report: Report): void {
  const owner = titleOf(subgroups);
  const dimensions = (subgroups.statements ?? []).filter(isDimension);
  checkMembersOnce('subgroup', owner, named(dimensions), report);
  for (const dimension of dimensions) {
    checkCuts(dimension, report);
    const values = (dimension.values ?? []).map((name, index) => ({
      node: dimension,
      name,
      property: 'values',
      index,
    }));
    checkMembersOnce('value', `subgroup '${dimension.name ?? ''}'`, values, report);
  }
  const sizes = (subgroups.statements ?? []).filter(isMinimumSize);
  checkStatementOnce('minimum size', owner, sizes, report);
  for (const minimum of sizes) {
    const { size } = minimum;
    if (size === undefined || (Number.isInteger(size) && size >= 1)) continue;
    const wanted = 'a whole number of at least 1';
    report(
      'notPositive',
      { what: 'the minimum size', wanted, value: size },
      { node: minimum, property: 'size' },
    );
  }
}

function checkCuts(dimension: Dimension, report: Report): void {
  const cuts = dimension.cuts ?? [];
  for (const [index, later] of cuts.entries()) {
    const earlier = cuts[index - 1];
    if (earlier === undefined || quantityValue(later) > quantityValue(earlier)) continue;
    report('cutsNotAscending', { earlier, later }, { node: dimension, property: 'cuts', index });
  }
}
