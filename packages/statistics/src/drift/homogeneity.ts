import { chiSquareSurvival } from '../distributions/index.js';
import type { CellPair } from '../statistic.js';

export interface Homogeneity {
  readonly chiSquare: number;
  readonly degrees: number;
  readonly pValue: number;
}

/**
 * Chi-square test that two samples come from one distribution: the contingency table of side by cell,
 * without continuity correction. Both sides are taken as samples; taking the reference as exact
 * (a one-sample test) would raise false alarms in half of all stable columns.
 *
 * Both expected counts of a cell differ from the observed ones by the same amount, so a cell with counts
 * r, c and totals R, C adds (r·C − c·R)² / (R·C·(r + c)). With a single cell used, nothing can differ:
 * the statistic is 0 with 0 degrees of freedom and p is 1.
 *
 * @param cells both sides with at least one row
 * @see Pearson K. Biometrika 1911;8:250–254; as scipy.stats.chi2_contingency(correction=False).
 */
export function homogeneity(cells: CellPair, nReference: number, nCurrent: number): Homogeneity {
  let chiSquare = 0;
  let used = 0;
  for (const [i, r] of cells.reference.entries()) {
    const both = r + cells.current[i]!;
    if (both === 0) continue;
    used += 1;
    const excess = r * nCurrent - cells.current[i]! * nReference;
    chiSquare += ((excess / nReference) * (excess / nCurrent)) / both;
  }
  const degrees = used - 1;
  return { chiSquare, degrees, pValue: chiSquareSurvival(chiSquare, degrees) };
}
