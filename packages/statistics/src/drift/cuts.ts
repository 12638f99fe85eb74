/** Probabilities of the quantiles that cut the reference into `bins` parts: 1/bins … (bins−1)/bins. */
export function quantileProbabilities(bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, k) => (k + 1) / bins);
}

/**
 * Interior cuts from the reference's quantiles at `quantileProbabilities(bins)` (numpy's linear
 * interpolation): ascending, each value once. Bins are right-closed, so that a pile of equal values
 * (zero-inflated counts) stays in a bin of its own.
 */
export function quantileCuts(quantiles: readonly number[]): number[] {
  // Adding 0 turns −0 into 0.
  return [...new Set(quantiles.map((value) => value + 0))].sort((a, b) => a - b);
}

/**
 * Interior cuts of `bins` equal widths between the reference's minimum and maximum; bins are left-closed
 * and the outer two are open-ended. A constant reference gives its value as the only cut.
 */
export function widthCuts(minimum: number, maximum: number, bins: number): number[] {
  if (minimum === maximum) return [minimum];
  return Array.from({ length: bins - 1 }, (_, k) => minimum + ((maximum - minimum) * (k + 1)) / bins);
}
