/** A p-value, or null where a test could not be made; null stays null and does not count in the family. */
export type MaybeP = number | null;

export type AdjustmentMethod = 'bonferroni' | 'holm' | 'benjamini_hochberg';

/**
 * Bonferroni: each p times the number of tests, at most 1. Controls the family-wise error under any
 * dependence.
 *
 * @see Dunn OJ. J Am Stat Assoc 1961;56:52–64; R `p.adjust(method = "bonferroni")`.
 */
export function bonferroni(pValues: readonly MaybeP[]): MaybeP[] {
  return adjust(pValues, (ascending) => ascending.map((p) => Math.min(1, p * ascending.length)));
}

/**
 * Holm's step-down: never weaker than Bonferroni, and controls the family-wise error just as well.
 *
 * @see Holm S. Scand J Stat 1979;6:65–70; R `p.adjust(method = "holm")`.
 */
export function holm(pValues: readonly MaybeP[]): MaybeP[] {
  return adjust(pValues, (ascending) => {
    let largest = 0;
    return ascending.map((p, i) => {
      largest = Math.max(largest, Math.min(1, p * (ascending.length - i)));
      return largest;
    });
  });
}

/**
 * Benjamini–Hochberg's step-up: controls the share of false discoveries (independence or positive
 * dependence).
 *
 * @see Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289–300; R `p.adjust(method = "BH")`.
 */
export function benjaminiHochberg(pValues: readonly MaybeP[]): MaybeP[] {
  return adjust(pValues, (ascending) => {
    const adjusted = new Array<number>(ascending.length);
    let smallest = 1;
    for (let i = ascending.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, (ascending.length / (i + 1)) * ascending[i]!);
      adjusted[i] = smallest;
    }
    return adjusted;
  });
}

/** Adjusted p-values of one family, in the order given. */
export function adjustPValues(method: AdjustmentMethod, pValues: readonly MaybeP[]): MaybeP[] {
  switch (method) {
    case 'bonferroni':
      return bonferroni(pValues);
    case 'holm':
      return holm(pValues);
    case 'benjamini_hochberg':
      return benjaminiHochberg(pValues);
  }
}

/** Sorts the tests that were made, adjusts them in ascending order and puts each back in its place. */
function adjust(pValues: readonly MaybeP[], stepwise: (ascending: readonly number[]) => number[]): MaybeP[] {
  const made = pValues
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p || a.index - b.index);
  const adjusted = stepwise(made.map(({ p }) => p));
  const result: MaybeP[] = pValues.map(() => null);
  made.forEach(({ index }, rank) => {
    result[index] = adjusted[rank]!;
  });
  return result;
}
