import type { CellPair } from '../statistic.js';

/**
 * Jensen-Shannon divergence of the two sides of the same cells, in nats.
 *
 * With shares p and q and u = (p − q) / (p + q), a cell contributes
 * (p + q)/4·[(1+u)·ln(1+u) + (1−u)·ln(1−u)] = (p + q)/4·[ln(1−u²) + 2u·artanh u]. No cell is negative, so
 * nothing cancels between cells; and u is a ratio of integers, so small divergences keep their digits.
 *
 * @param nReference rows of all reference cells, at least 1
 * @param nCurrent rows of all current cells, at least 1
 * @see Lin J. Divergence measures based on the Shannon entropy. IEEE Trans Inf Theory 1991;37:145–151.
 */
export function jensenShannonDivergence(cells: CellPair, nReference: number, nCurrent: number): number {
  return cells.reference.reduce((sum, count, i) => {
    const p = count * nCurrent;
    const q = cells.current[i]! * nReference;
    const both = p / nReference / nCurrent + q / nReference / nCurrent;
    return sum + (both / 4) * curvature(p, q);
  }, 0);
}

/** ln(1−u²) + 2u·artanh u, which is 2·ln 2 for a cell that one side leaves empty. */
function curvature(p: number, q: number): number {
  if (p === 0 || q === 0) return 2 * Math.LN2;
  const u = (p - q) / (p + q);
  return Math.log1p(-u * u) + 2 * u * Math.atanh(u);
}
