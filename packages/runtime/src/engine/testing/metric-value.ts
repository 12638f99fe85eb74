import { type DistributionPair, metricNamed } from '@vigil/statistics';

/** A drift metric of a pair, in raw units. @throws Error when it could not be computed. */
export function value(metric: 'ks' | 'wasserstein', pair: DistributionPair): number {
  const descriptor = metricNamed(metric);
  if (descriptor === undefined) throw new Error(`There is no metric '${metric}'.`);
  const defaults = Object.fromEntries(descriptor.parameters.map(({ name, default: value }) => [name, value]));
  const result = descriptor.compute(pair, { arguments: defaults, threshold: null, confidence: 0.95 });
  if (result.value === null) throw new Error(`'${metric}' could not be computed.`);
  return result.value;
}
