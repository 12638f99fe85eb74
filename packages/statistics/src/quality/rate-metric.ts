import { type MetricDescriptor, metric } from '../metric.js';
import { qualityRate } from './quality-rate.js';

type RateDescriptor = MetricDescriptor<'proportion'>;
type Own = 'name' | 'title' | 'summary' | 'formula' | 'appliesTo' | 'sentence' | 'source';

/** The share of rows with one kind of fault; such metrics differ in their words and in what is counted. */
export function rateMetric(own: Pick<RateDescriptor, Own>): MetricDescriptor {
  return metric<'proportion'>({
    family: 'quality',
    parameters: [],
    threshold: 'none',
    needsLabels: false,
    needsReference: false,
    better: 'lower',
    range: { minimum: 0, maximum: 1 },
    unit: 'proportion',
    givesPValue: false,
    givesInterval: true,
    byGroup: true,
    needs: 'proportion',
    compute: qualityRate,
    ...own,
  });
}
