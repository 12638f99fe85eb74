/**
 * How the cells of a drift metric are cut. The metric's arguments choose it (`binningOf` in drift/),
 * the engine counts on it. Cuts come from the reference alone, except for `evidently`, whose cuts
 * come from reference and current pooled.
 */
export type Binning =
  /** Interior cuts = unique linear-interpolated quantiles of the reference; right-closed bins. */
  | { readonly method: 'quantile'; readonly bins: number }
  /** `bins` equal widths between the reference's minimum and maximum, open-ended at both ends; left-closed. */
  | { readonly method: 'width'; readonly bins: number }
  /** The spec's own interior cuts; right-closed. */
  | { readonly method: 'cuts'; readonly cuts: readonly number[] }
  /**
   * Numeric column, Evidently's way: one cell per value of either side where the reference has at most
   * `evidentlyDistinctLimit` distinct values, else Sturges' bins over both sides pooled (`sturgesCuts`), left-closed.
   */
  | { readonly method: 'evidently' }
  /** One cell per category of either side; `missing` says whether missing values are a category of their own. */
  | { readonly method: 'categories'; readonly missing: 'cell' | 'excluded' };
