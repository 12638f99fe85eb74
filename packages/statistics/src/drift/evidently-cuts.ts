/** With at most this many distinct values in the reference, Evidently counts values instead of bins. */
export const evidentlyDistinctLimit = 20;

/**
 * Evidently's interior cuts: Sturges' rule over reference and current pooled, with numpy's arithmetic
 * (`numpy.histogram_bin_edges(pooled, bins='sturges')`), so that counts agree to the row. Bins are
 * left-closed; the last one holds its upper edge.
 *
 * @param n number of non-missing values of both sides together, at least 1
 * @param minimum smallest value of both sides
 * @param maximum largest value of both sides
 * @see evidently 0.7.21, src/evidently/legacy/calculations/stattests/utils.py (get_binned_data); numpy 1.24,
 *   numpy/lib/histograms.py. (numpy 2 widens bins narrower than 1 for integer columns; this is numpy 1.)
 */
export function sturgesCuts(n: number, minimum: number, maximum: number): number[] {
  if (minimum === maximum) return [];
  const range = maximum - minimum;
  const width = range / (Math.log2(n) + 1);
  const bins = Math.ceil(range / width);
  // numpy.linspace: index · step + start.
  const step = range / bins;
  return Array.from({ length: bins - 1 }, (_, k) => (k + 1) * step + minimum);
}
