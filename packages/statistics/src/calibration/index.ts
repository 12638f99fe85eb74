import type { MetricDescriptor } from '../metric.js';

/** Metrics of how well predicted probabilities agree with what happened. */
export const calibrationMetrics: readonly MetricDescriptor[] = [];
