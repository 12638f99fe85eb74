import { chiSquareSurvival, kolmogorovSurvival } from '../distributions/index.js';
import type { ArgumentValue } from '../metric.js';

/** Two samples of one distribution that a drift metric compares. */
export interface StableWindow {
  /** Rows with a value in the window and in the reference. */
  readonly current: number;
  readonly reference: number;
  /** Bins or categories; metrics that need none ignore it. */
  readonly cells: number;
}

/** What a drift metric does where nothing has drifted. */
export interface ChanceDrift {
  /** The value to be expected, to first order. */
  readonly typical: number;
  /** The probability of a value above the limit. */
  readonly exceedance: number;
}

type Arguments = Readonly<Record<string, ArgumentValue | null>>;

/**
 * How a drift metric relates to Pearson's X² of the same cells when shares differ little: all of them are, to second
 * order, a multiple of v·X² or its root, with v = 1/n + 1/m (Csiszár I, Shields PC. Information Theory and Statistics:
 * A Tutorial. 2004, section 4; for PSI: Yurdakul B, Naranjo J. J Risk Model Validation 2020;14(4)).
 */
const fromChiSquare: Readonly<
  Record<
    string,
    (asked: Arguments, v: number, rows: number) => { readonly factor: number; readonly root: boolean }
  >
> = {
  psi: (_, v) => ({ factor: v, root: false }),
  kl_divergence: (_, v) => ({ factor: v / 2, root: false }),
  js_divergence: (_, v) => ({ factor: v / 8 / Math.LN2, root: false }),
  js_distance: ({ profile }, v) => ({
    factor: profile === 'evidently' ? v / 8 : v / 8 / Math.LN2,
    root: true,
  }),
  hellinger: (_, v) => ({ factor: v / 8, root: true }),
  chi_square: () => ({ factor: 1, root: false }),
  cramers_v: ({ correction }, _, rows) => ({ factor: correction === 'bias' ? 0 : 1 / rows, root: true }),
};

/**
 * What a drift metric does by chance alone, when window and reference come from one distribution.
 * First-order theory: with few rows a cell the true values are larger, so that it never exaggerates chance.
 *
 * @param metric name in the catalogue
 * @param asked its arguments, defaults filled in
 * @returns null for metrics without such a theory
 */
export function chanceDrift(
  metric: string,
  asked: Arguments,
  { current, reference, cells }: StableWindow,
  limit: number,
): ChanceDrift | null {
  if (!(current > 0 && reference > 0)) return null;
  const v = 1 / current + 1 / reference;
  if (metric === 'ks') {
    const rows = Math.max(1, Math.round(1 / v));
    // Mean of Kolmogorov's distribution, √(π/2)·ln 2.
    return {
      typical: Math.sqrt((v * Math.PI) / 2) * Math.LN2,
      exceedance: kolmogorovSurvival(rows, Math.max(0, limit)),
    };
  }
  const degrees = cells - 1;
  if (!Object.hasOwn(fromChiSquare, metric) || degrees < 1) return null;
  const { factor, root } = fromChiSquare[metric]!(asked, v, current + reference);
  if (factor === 0) return null;
  const typical = root ? Math.sqrt(factor * degrees) : factor * degrees;
  const square = root ? limit * limit : limit;
  return { typical, exceedance: limit < 0 ? 1 : chiSquareSurvival(square / factor, degrees) };
}
