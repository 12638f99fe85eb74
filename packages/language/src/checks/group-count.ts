import type { Cross, Dimension, Log } from '../generated/ast.js';
import { isMinimumSize, isSubgroups } from '../generated/ast.js';
import { featuresOf } from './log-columns.js';

/** How many declared groups a cross of subgroups has; undefined where nobody can tell. */
export function groupCount(cross: Cross, log: Log | undefined): number | undefined {
  let count = 1;
  for (const { ref } of cross.dimensions ?? []) {
    const own = ref === undefined ? undefined : dimensionSize(ref, log);
    if (own === undefined) return undefined;
    count *= own;
  }
  return count;
}

function dimensionSize(
  { column, values = [], cuts = [] }: Dimension,
  log: Log | undefined,
): number | undefined {
  if (cuts.length > 0) return cuts.length + 1;
  if (values.length > 0) return values.length;
  const feature = featuresOf(log?.model?.ref).find(({ name }) => name === column);
  if (feature?.type === 'boolean') return 2;
  const categories = feature?.values ?? [];
  return categories.length > 0 ? categories.length : undefined;
}

/** The size below which a group of a cross is not judged: the largest of its parts; 0 where none is declared. */
export function minimumSizeOf(cross: Cross): number {
  const sizes = (cross.dimensions ?? []).flatMap(({ ref }) => {
    const home = ref?.$container;
    return isSubgroups(home) ? (home.statements ?? []).filter(isMinimumSize).map(({ size }) => size) : [];
  });
  return sizes.reduce((largest, size) => (size > largest ? size : largest), 0);
}
