import type { MetricDescriptor } from '../metric.js';
import { calibrationInTheLarge } from './calibration-in-the-large.metric.js';
import { calibrationIntercept } from './calibration-intercept.metric.js';
import { calibrationSlope } from './calibration-slope.metric.js';
import { ece } from './ece.metric.js';
import { mce } from './mce.metric.js';
import { observedExpected } from './observed-expected.metric.js';
import { spiegelhalterZ } from './spiegelhalter-z.metric.js';

export type { CalibrationBins } from './binned-calibration.js';
export { type ReliabilityBin, reliabilityTable } from './reliability-table.js';

/** Metrics of how well predicted probabilities agree with what happened. */
export const calibrationMetrics: readonly MetricDescriptor[] = [
  observedExpected,
  calibrationSlope,
  calibrationIntercept,
  calibrationInTheLarge,
  ece,
  mce,
  spiegelhalterZ,
];
