import { wilson } from '../intervals/index.js';
import type { MetricResult } from '../metric.js';
import { insufficient, tooFew } from './insufficient.js';

/**
 * A rate with its Wilson interval; insufficient when it has too few trials.
 *
 * @param trial what one trial is, in the singular, e.g. "positive outcome"
 */
export function rate(events: number, trials: number, trial: string, confidence: number): MetricResult {
  const value = trials === 0 ? null : events / trials;
  const reason = tooFew(trials, trial);
  if (value === null || reason !== null) return insufficient(reason ?? `no ${trial}`, trials, value);
  return {
    status: 'value',
    value,
    interval: wilson(events, trials, confidence),
    pValue: null,
    n: trials,
    nReference: null,
    proportion: { events, trials },
  };
}
