import log1pmx from '@stdlib/math-base-special-log1pmx';
import { saddlePoint } from './stirling-error.js';

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a), to about 13 significant digits
 * also where it is as small as 1e-300.
 *
 * The library's own is off by up to 2 % from a = 1,000 on (a column of 2,000 categories), so the two
 * classical expansions are evaluated here: the power series of P below x = a + 1 (DLMF 8.11.4) and
 * Legendre's continued fraction of Q above it (DLMF 8.9.2, by Lentz's method). Both stand behind the
 * factor x^a e^(−x) / Γ(a), written so that it loses no digits when a is large.
 *
 * @param a positive
 * @param x at least 0
 */
export function regularisedUpperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const factor = saddlePoint(a) * Math.exp(a * log1pmx((x - a) / a));
  return x < a + 1 ? 1 - factor * lowerSeries(a, x) : factor * upperFraction(a, x);
}

/** Σ x^k / (a (a+1) … (a+k)); all terms positive, so it stops where a term no longer counts. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 2 ** -54; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  let change = 0;
  for (let k = 1; Math.abs(change - 1) > 2 ** -52; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    change = c * d;
    value *= change;
  }
  return value;
}
