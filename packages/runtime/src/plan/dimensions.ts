import type { Model, Protocol, SubgroupRule } from '@vigil/language';
import type { Dimension } from '../engine/engine.js';

/** Pooled groups: rows of undeclared values, and rows without a value. */
const otherLabel = '(other)';
const missingLabel = '(missing)';

/** One cross of subgroups, e.g. `sex * race`: its dimensions and the size below which a group is not judged. */
export interface Cross {
  readonly names: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly minimumSize: number;
}

/** All rows as one group. */
export const everyone: Cross = { names: [], dimensions: [], minimumSize: 0 };

/** Resolves a cross by name; `unknown` holds the first name no `subgroups` declares. */
export function crossOf(
  names: readonly string[],
  protocol: Protocol,
  model: Model | null,
): Cross | { readonly unknown: string } {
  const dimensions: Dimension[] = [];
  let minimumSize = 0;
  for (const name of names) {
    const home = protocol.subgroups.find(({ dimensions }) => dimensions.some((d) => d.name === name));
    const declared = home?.dimensions.find((dimension) => dimension.name === name);
    if (home === undefined || declared === undefined) return { unknown: name };
    dimensions.push(dimensionOf(name, declared.column, declared.rule, model));
    minimumSize = Math.max(minimumSize, home.minimumSize);
  }
  return { names, dimensions, minimumSize };
}

function dimensionOf(name: string, column: string, rule: SubgroupRule, model: Model | null): Dimension {
  if (rule.kind === 'cut') {
    const cuts = rule.cuts;
    return { name, column, kind: 'bands', cuts, labels: bandLabels(cuts), missing: true };
  }
  if (rule.values !== null)
    return { name, column, kind: 'values', values: rule.values, others: false, missing: false };
  const feature = model?.features.find((candidate) => candidate.name === column);
  const values = feature?.type === 'boolean' ? ['false', 'true'] : (feature?.values ?? []);
  return { name, column, kind: 'values', values, others: true, missing: true };
}

/** Labels of left-closed bands: cuts 40, 60, 80 give `<40`, `40-60`, `60-80`, `>=80`. */
export function bandLabels(cuts: readonly number[]): readonly string[] {
  if (cuts.length === 0) return ['all'];
  const dash = cuts[0]! < 0 ? ' to ' : '-';
  const inner = cuts.slice(1).map((cut, index) => `${cuts[index]!}${dash}${cut}`);
  return [`<${cuts[0]!}`, ...inner, `>=${cuts.at(-1)!}`];
}

/** Every label of a dimension in reading order, the pooled ones last. */
function labelsOf(dimension: Dimension): readonly string[] {
  const labels = dimension.kind === 'bands' ? dimension.labels : dimension.values;
  const others = dimension.kind === 'values' && dimension.others ? [otherLabel] : [];
  return [...labels, ...others, ...(dimension.missing ? [missingLabel] : [])];
}

/** Every group of a cross in reading order, one label per dimension. */
export function groupsOf(dimensions: readonly Dimension[]): readonly (readonly string[])[] {
  return dimensions.reduce<readonly (readonly string[])[]>(
    (groups, dimension) => groups.flatMap((group) => labelsOf(dimension).map((label) => [...group, label])),
    [[]],
  );
}

/** Whether a group exists only to hold what no declared value covers. */
export function isPooled(group: readonly string[]): boolean {
  return group.some((label) => label === otherLabel || label === missingLabel);
}
