const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * What Stirling's formula leaves of the log-gamma function:
 * δ(z) = ln Γ(z+1) − (z+½)·ln z + z − ½·ln 2π.
 *
 * Tail probabilities built on δ keep their relative accuracy for any size, where a difference of large
 * log-gammas loses it (Loader C. Fast and Accurate Computation of Binomial Probabilities, 2000).
 *
 * @param z positive
 */
export function stirlingError(z: number): number {
  // δ(z) = δ(z+1) + (z+½)·ln(1+1/z) − 1 carries small arguments to where the series is exact.
  let carried = 0;
  let at = z;
  for (; at < 16; at++) carried += (at + 0.5) * Math.log1p(1 / at) - 1;
  return carried + stirlingSeries(at);
}

/** Bernoulli series of δ (DLMF 5.11.1); its first omitted term is below 1e-18 from 16 on. */
function stirlingSeries(z: number): number {
  const s = 1 / (z * z);
  return (
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) /
    z
  );
}

/** √(z/2π)·exp(−δ(z)) = z^(z+1)·e^(−z) / Γ(z+1), the common factor of the gamma and Poisson densities. */
export function saddlePoint(z: number): number {
  return Math.exp(0.5 * Math.log(z) - halfLogTwoPi - stirlingError(z));
}
