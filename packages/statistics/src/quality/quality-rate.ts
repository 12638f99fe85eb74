import { wilson } from '../intervals/wilson.js';
import type { MetricContext, MetricResult } from '../metric.js';
import type { Proportion } from '../statistic.js';

/**
 * Share of rows with a quality fault, with Wilson's interval. Quality is a statement on the rows that came,
 * not an inference from them, so one row is enough to make it.
 */
export function qualityRate({ events, trials }: Proportion, context: MetricContext): MetricResult {
  if (trials === 0)
    return {
      status: 'insufficient',
      value: null,
      n: 0,
      nReference: null,
      reason: 'no rows to look at, 1 needed',
    };
  return {
    status: 'value',
    value: events / trials,
    interval: wilson(events, trials, context.confidence),
    pValue: null,
    n: trials,
    nReference: null,
    proportion: { events, trials },
  };
}
