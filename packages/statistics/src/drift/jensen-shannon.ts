/**
 * Jensen-Shannon divergence of two lists of shares, in nats.
 *
 * With m the mean of a pair of shares and u = (p − q) / (p + q), a cell contributes
 * m/2·[(1+u)·ln(1+u) + (1−u)·ln(1−u)] = m/2·[ln(1−u²) + 2u·artanh u]: no cell is negative, so nothing
 * cancels between cells and small divergences keep their digits.
 *
 * @see Lin J. Divergence measures based on the Shannon entropy. IEEE Trans Inf Theory 1991;37:145–151.
 */
export function jensenShannonDivergence(reference: readonly number[], current: readonly number[]): number {
  return reference.reduce((sum, p, i) => sum + cell(p, current[i]!), 0);
}

function cell(p: number, q: number): number {
  const both = p + q;
  if (p === 0 || q === 0) return (both / 2) * Math.LN2;
  const u = (p - q) / both;
  return (both / 4) * (Math.log1p(-u * u) + 2 * u * Math.atanh(u));
}
