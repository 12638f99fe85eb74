import { chiSquare } from './chi-square.metric.js';
import { cramersV } from './cramers-v.metric.js';
import { hellinger } from './hellinger.metric.js';
import { jsDistance } from './js-distance.metric.js';
import { jsDivergence } from './js-divergence.metric.js';
import { klDivergence } from './kl-divergence.metric.js';
import { ks } from './ks.metric.js';
import { lInfinity } from './l-infinity.metric.js';
import { psi } from './psi.metric.js';
import { totalVariation } from './total-variation.metric.js';
import { wasserstein } from './wasserstein.metric.js';

export { binningOf, binningProblem } from './binning-of.js';
export { type CategorySide, categoryCells } from './category-cells.js';
export { quantileCuts, quantileProbabilities, widthCuts } from './cuts.js';
export { evidentlyDistinctLimit, sturgesCuts } from './evidently-cuts.js';
export { segmentsToRefineForKs } from './ks-statistic.js';
export { segmentsToRefineForWasserstein } from './wasserstein-distance.js';

/** Metrics of the change of one column against a reference. */
export const driftMetrics = [
  chiSquare,
  cramersV,
  hellinger,
  jsDistance,
  jsDivergence,
  klDivergence,
  ks,
  lInfinity,
  psi,
  totalVariation,
  wasserstein,
] as const;
