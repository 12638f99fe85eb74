/**
 * How the cells of a drift metric are cut. The metric's parameters choose it (`binningOf` in drift/),
 * the engine counts on it. Cuts come from the reference alone, except for `pooled`, which peers'
 * profiles need.
 */
export type Binning =
  /** Interior cuts = unique linear-interpolated quantiles of the reference; right-closed bins. */
  | { readonly method: 'quantile'; readonly bins: number }
  /** `bins` equal widths between the reference's minimum and maximum, open-ended at both ends; left-closed. */
  | { readonly method: 'width'; readonly bins: number }
  /** The spec's own interior cuts; right-closed. */
  | { readonly method: 'cuts'; readonly cuts: readonly number[] }
  /** Evidently: Sturges on reference and current pooled, or one cell per value where the reference has at most 20. */
  | { readonly method: 'evidently' }
  /** One cell per category. */
  | { readonly method: 'categories' };
