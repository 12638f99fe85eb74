import { chiSquareQuantile } from './chi-square-quantile.js';

/**
 * Exact (Garwood) interval of a Poisson mean from the number of events seen.
 *
 * @param events a count, at least 0
 * @param confidence two-sided, e.g. 0.95
 * @see Garwood F. Biometrika 1936;28:437–442. As R `poisson.test`.
 */
export function exactPoisson(events: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2;
  return [
    events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2,
    chiSquareQuantile(1 - tail, 2 * events + 2) / 2,
  ];
}
