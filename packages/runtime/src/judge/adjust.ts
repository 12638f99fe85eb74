import type { Adjustment } from '@vigil/language';
import { adjustPValues } from '@vigil/statistics';

/** A p-value and the family it belongs to: all results of one check within one window. */
export interface Tested {
  readonly family: string;
  readonly pValue: number | null;
}

/**
 * Adjusted p-values in the order given, family by family; null where there is no p-value.
 * The order within a family does not matter to any of the methods.
 */
export function adjusted(tests: readonly Tested[], method: Adjustment): readonly (number | null)[] {
  const result = new Array<number | null>(tests.length).fill(null);
  const families = new Map<string, number[]>();
  tests.forEach(({ family }, index) => {
    families.set(family, [...(families.get(family) ?? []), index]);
  });
  for (const members of families.values()) {
    const values = adjustPValues(
      method,
      members.map((index) => tests[index]!.pValue),
    );
    members.forEach((index, place) => {
      result[index] = values[place]!;
    });
  }
  return result;
}
