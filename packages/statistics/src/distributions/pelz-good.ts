const pi2 = Math.PI ** 2;
const pi4 = Math.PI ** 4;
const pi6 = Math.PI ** 6;
const rootTwoPi = Math.sqrt(2 * Math.PI);

/**
 * Distribution P(Dₙ ≤ x) of the two-sided one-sample Kolmogorov statistic for large n, by the expansion
 * K₀(z) + K₁(z)/√n + K₂(z)/n + K₃(z)/n^{3/2} with z = x√n, each Kᵢ a theta series in a form that
 * converges fast for small and moderate z.
 *
 * @param n sample size
 * @param x positive; z below about 2
 * @see Pelz W, Good IJ. Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic.
 *   J R Stat Soc B 1976;38:152–156.
 */
export function pelzGoodProbability(n: number, x: number): number {
  const z = Math.sqrt(n) * x;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const terms = Math.ceil((16 * z) / Math.PI);

  let [k0, k1, k2, k3] = [0, 0, 0, 0];
  for (let k = terms; k >= 1; k--) {
    const m2 = (2 * k - 1) ** 2;
    const m4 = m2 * m2;
    const weight = Math.exp((-m2 * pi2) / (8 * z2));
    k0 += weight;
    k1 += weight * ((pi2 / 4) * m2 - z2);
    k2 += weight * (6 * z6 + 2 * z4 + (pi2 / 4) * (2 * z4 - 5 * z2) * m2 + (pi4 / 16) * (1 - 2 * z2) * m4);
    k3 +=
      weight *
      (-30 * z6 -
        90 * z4 * z4 +
        (pi2 / 4) * (135 * z4 - 96 * z6) * m2 +
        (pi4 / 16) * (212 * z4 - 60 * z2) * m4 +
        (pi6 / 64) * (5 - 30 * z2) * m4 * m2);
  }

  let [extra2, extra3] = [0, 0];
  for (let k = terms; k >= 1; k--) {
    const weight = k * k * Math.exp((-pi2 * k * k) / (2 * z2));
    extra2 += weight;
    extra3 += weight * (3 * z2 - pi2 * k * k);
  }

  const coefficients = [
    k0 / z,
    k1 / (6 * z4),
    k2 / (72 * z6 * z) - (pi2 * extra2) / (36 * z2 * z),
    k3 / (6480 * z6 * z4) + (pi2 * extra3) / (216 * z6),
  ];
  return rootTwoPi * coefficients.reduce((sum, value, order) => sum + value / n ** (order / 2), 0);
}
