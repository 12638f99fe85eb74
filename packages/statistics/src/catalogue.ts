import { calibrationMetrics } from './calibration/index.js';
import { driftMetrics } from './drift/index.js';
import type { MetricDescriptor } from './metric.js';
import { performanceMetrics } from './performance/index.js';
import { qualityMetrics } from './quality/index.js';

/** Every metric a spec can name, in order of name. */
export const catalogue: readonly MetricDescriptor[] = [
  ...driftMetrics,
  ...qualityMetrics,
  ...performanceMetrics,
  ...calibrationMetrics,
].sort((a, b) => (a.name < b.name ? -1 : 1));

const byName: ReadonlyMap<string, MetricDescriptor> = new Map(catalogue.map((entry) => [entry.name, entry]));

/** The metric of this name, or undefined where there is none. */
export function metricNamed(name: string): MetricDescriptor | undefined {
  return byName.get(name);
}
